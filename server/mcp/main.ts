/** Entry of the MCP server: the checker for assistants, over standard input and output (https://modelcontextprotocol.io). */
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { CallToolRequestSchema, ListToolsRequestSchema, type CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { version } from '../../package.json';
import { ToolError, tools } from './tools';

// The low-level server: the tools bring their own schemas, and no library to write them.
const server = new Server({ name: 'gongwen', version }, { capabilities: { tools: {} } });

server.setRequestHandler(ListToolsRequestSchema, () => ({
  tools: tools.map(({ name, description, inputSchema }) => ({
    name,
    description,
    inputSchema,
    annotations: { readOnlyHint: true, openWorldHint: false },
  })),
}));

server.setRequestHandler(CallToolRequestSchema, async ({ params }): Promise<CallToolResult> => {
  const tool = tools.find(({ name }) => name === params.name);
  if (!tool) return failure(`There is no tool “${params.name}”.`);
  try {
    return { content: [{ type: 'text', text: JSON.stringify(await tool.run(params.arguments ?? {})) }] };
  } catch (error) {
    if (error instanceof ToolError) return failure(error.message);
    throw error;
  }
});

function failure(text: string): CallToolResult {
  return { isError: true, content: [{ type: 'text', text }] };
}

void server.connect(new StdioServerTransport());
