-- Drives the server in a real Neovim: what it says, what it explains, what it mends. Prints one line of JSON.
local server, file = vim.env.GONGWEN_SERVER, vim.env.GONGWEN_FILE

local function wait(what, test)
  if not vim.wait(15000, test, 20) then
    print(vim.json.encode({ error = what }))
    vim.cmd('cquit 1')
  end
end

vim.cmd('edit ' .. vim.fn.fnameescape(file))
local buffer = vim.api.nvim_get_current_buf()
local id = vim.lsp.start_client({
  name = 'gongwen',
  cmd = { vim.env.GONGWEN_NODE, server, '--stdio' },
  root_dir = vim.fn.fnamemodify(file, ':h'),
})
vim.lsp.buf_attach_client(buffer, id)

local function found()
  return vim.diagnostic.get(buffer)
end
local function first(code)
  for _, d in ipairs(found()) do
    if d.code == code then return d end
  end
end

wait('diagnostics', function() return first('document-number/malformed') ~= nil end)
local d = first('document-number/malformed')
local out = { before = vim.tbl_map(function(x) return x.code end, found()), message = d.message }

local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(buffer, method, params, 10000) or {}
  return (answers[id] or {}).result
end
-- Neovim keeps columns as bytes; the protocol counts UTF-16 units.
local function position(line, byte)
  local _, utf16 = vim.str_utfindex(vim.api.nvim_buf_get_lines(buffer, line, line + 1, false)[1], byte)
  return { line = line, character = utf16 }
end
local document = { uri = vim.uri_from_bufnr(buffer) }
local at = position(d.lnum, d.col)

out.hover = ask('textDocument/hover', { textDocument = document, position = at }).contents.value

local range = { start = at, ['end'] = position(d.end_lnum, d.end_col) }
local actions = ask('textDocument/codeAction', { textDocument = document, range = range, context = { diagnostics = {} } })
out.actions = vim.tbl_map(function(a) return a.title end, actions)
for _, action in ipairs(actions) do
  if action.edit then
    vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
    break
  end
end
wait('mended', function() return first('document-number/malformed') == nil end)
out.mended = vim.api.nvim_buf_get_lines(buffer, 0, -1, false)

-- A command that the server carries out: an exception with the reason that it has itself.
local sum = first('figure/sum')
local here = position(sum.lnum, sum.col)
local more = ask('textDocument/codeAction', { textDocument = document, range = { start = here, ['end'] = here }, context = { diagnostics = {} } })
for _, action in ipairs(more) do
  if action.command and action.command.command == 'gongwen.server.exempt' then ask('workspace/executeCommand', action.command) end
end
wait('excepted', function() return first('figure/sum') == nil end)
out.after = vim.tbl_map(function(x) return x.code end, found())

print(vim.json.encode(out))
vim.cmd('qall!')
