/** The tree 报告结构: the report's sections, and how those that its kind demands stand. */
import type { OutlineNode, SectionState } from '../server/lsp/protocol';
import type { Outlines } from './outlines';
import { vscode } from './vscode';

/** Id of the view. */
export const VIEW = 'gongwen.outline';

/** What a row shows, as plain text: for tests, and for whoever listens instead of looking. */
export interface Row {
  /** Number and title. */
  readonly label: string;
  /** The state in words, length, findings: all that is said beside the title. */
  readonly description: string;
  readonly state: SectionState | undefined;
  readonly children: readonly Row[];
}

/** One row of the tree. */
export interface Entry {
  readonly uri: string;
  /** Stable while the tree changes around it, so that it stays folded or unfolded. */
  readonly key: string;
  readonly node: OutlineNode;
  readonly parent: Entry | undefined;
  readonly children: readonly Entry[];
}

/** Provides the tree of the current report. */
export class OutlineView implements vscode.TreeDataProvider<Entry>, vscode.Disposable {
  readonly #outlines: Outlines;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #disposables: vscode.Disposable;
  readonly #view: vscode.TreeView<Entry>;
  #roots: readonly Entry[] = [];

  readonly onDidChangeTreeData = this.#changed.event;

  /** @param drag lets sections be moved by hand */
  constructor(outlines: Outlines, drag?: vscode.TreeDragAndDropController<Entry>) {
    this.#outlines = outlines;
    this.#view = vscode.window.createTreeView(VIEW, {
      treeDataProvider: this,
      showCollapseAll: true,
      ...(drag && { dragAndDropController: drag }),
    });
    this.#disposables = vscode.Disposable.from(
      this.#view,
      this.#changed,
      outlines.onDidChange(() => this.#refresh()),
    );
    this.#refresh();
  }

  getChildren(entry?: Entry): readonly Entry[] & Entry[] {
    return [...(entry ? entry.children : this.#roots)];
  }

  getParent(entry: Entry): Entry | undefined {
    return entry.parent;
  }

  getTreeItem({ uri, key, node, children }: Entry): vscode.TreeItem {
    const item = new vscode.TreeItem(
      shownLabelOf(node),
      children.length > 0 ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.None,
    );
    item.id = key;
    item.description = isRemarkable(node) ? figuresOf(node) : descriptionOf(node);
    item.tooltip = tooltipOf(node);
    item.iconPath = iconOf(node);
    // Icons are never the only sign: a screen reader says the words.
    item.accessibilityInformation = { label: [labelOf(node), descriptionOf(node)].filter(Boolean).join(' · '), role: 'treeitem' };
    item.contextValue = [node.kind, node.state, node.insertable ? 'insertable' : undefined].filter(Boolean).join('.');
    const place = node.selectionRange ?? node.range;
    if (place) item.command = { command: 'gongwen.revealSection', title: vscode.l10n.t('Go to Section'), arguments: [uri, place] };
    return item;
  }

  /** The rows as they are shown now. */
  nodes(): readonly Row[] {
    const rows = (entries: readonly Entry[]): Row[] =>
      entries.map(({ node, children }) => ({
        label: labelOf(node),
        description: descriptionOf(node),
        state: node.state,
        children: rows(children),
      }));
    return rows(this.#roots);
  }

  /** The rows themselves, for a command that is called on one. */
  entries(): readonly Entry[] {
    return this.#roots;
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #refresh(): void {
    const { report } = this.#outlines;
    this.#roots = report ? entriesOf(report.uri, report.outline, undefined) : [];
    this.#view.description = report?.profile?.title;
    this.#changed.fire();
  }
}

function entriesOf(uri: string, nodes: readonly OutlineNode[], parent: Entry | undefined): Entry[] {
  const seen = new Map<string, number>();
  return nodes.map((node) => {
    const name = node.id ?? node.label;
    const nth = seen.get(name) ?? 0;
    seen.set(name, nth + 1);
    const children: Entry[] = [];
    const entry: Entry = { uri, key: `${parent?.key ?? uri}/${name}#${nth}`, node, parent, children };
    children.push(...entriesOf(uri, node.children, entry));
    return entry;
  });
}

function labelOf({ number, label }: OutlineNode): string {
  return `${number ?? ''}${label}`;
}

/** A mandated section that is not simply there, and ought to be. */
function isRemarkable({ kind, state, optional }: OutlineNode): boolean {
  return kind === 'mandated' && state !== 'present' && state !== 'unfinished' && !(state === 'missing' && optional);
}

/** What has to be noticed stands before the title: behind a long one, a narrow side bar cuts it off. */
function shownLabelOf(node: OutlineNode): string {
  return isRemarkable(node) ? `${stateWords(node)} · ${labelOf(node)}` : labelOf(node);
}

/** 缺 · 312 字 · 2 处: the state in words first. */
function descriptionOf(node: OutlineNode): string {
  return [stateWords(node), figuresOf(node)].filter(Boolean).join(' · ');
}

/** 312 字 · 2 处. */
function figuresOf(node: OutlineNode): string {
  const parts: string[] = [];
  if (node.length > 0) parts.push(vscode.l10n.t('{0} characters', node.length.toLocaleString('en')));
  if (node.findings > 0) parts.push(node.findings === 1 ? vscode.l10n.t('1 finding') : vscode.l10n.t('{0} findings', node.findings));
  if (node.figures !== undefined && node.figures > 0) parts.push(vscode.l10n.t('verified {0}/{1}', node.verified ?? 0, node.figures));
  return parts.join(' · ');
}

function stateWords({ kind, state, optional }: OutlineNode): string {
  if (kind === 'section') return '';
  switch (state) {
    case 'missing':
      return optional ? vscode.l10n.t('Optional, not there') : vscode.l10n.t('Missing');
    case 'not-separate':
      return vscode.l10n.t('No section of its own');
    case 'title':
      return vscode.l10n.t('Title not as usual');
    case 'order':
      return vscode.l10n.t('Out of order');
    case 'empty':
      return vscode.l10n.t('Empty');
    case 'unfinished':
      return vscode.l10n.t('To be filled in');
    default:
      return vscode.l10n.t('Present');
  }
}

function tooltipOf(node: OutlineNode): string {
  const lines = [labelOf(node), descriptionOf(node)];
  if (node.title !== undefined && node.title !== node.label) lines.push(vscode.l10n.t('Demanded as: {0}', node.title));
  if (node.basis !== undefined) lines.push(vscode.l10n.t('Basis: {0}', node.basis));
  return lines.filter(Boolean).join('\n');
}

function iconOf({ kind, state, optional }: OutlineNode): vscode.ThemeIcon {
  if (kind === 'section') return new vscode.ThemeIcon('list-flat');
  const warning = new vscode.ThemeColor('list.warningForeground');
  switch (state) {
    case 'missing':
      return optional ? new vscode.ThemeIcon('circle-outline') : new vscode.ThemeIcon('error', warning);
    case 'not-separate':
      return new vscode.ThemeIcon('list-tree', warning);
    case 'title':
      return new vscode.ThemeIcon('edit');
    case 'order':
      return new vscode.ThemeIcon('arrow-swap');
    case 'empty':
      return new vscode.ThemeIcon('circle-large-outline', warning);
    case 'unfinished':
      return new vscode.ThemeIcon('ellipsis');
    default:
      return new vscode.ThemeIcon('pass');
  }
}
