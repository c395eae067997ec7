/** Calm, without VS Code: a held clock, plain ranges. */
import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import { COMPOSING_MS, CalmFilter, QUIET_MS, moved, type CalmChange, type CalmRange } from '../../client/calm';

const URI = 'untitled:甲';

interface Found {
  readonly name: string;
  readonly range: CalmRange;
}

function found(name: string, line: number, character = 0, length = 2): Found {
  return { name, range: { start: { line, character }, end: { line, character: character + length } } };
}

function insert(line: number, character: number, text: string): CalmChange {
  return { range: { start: { line, character }, end: { line, character } }, text };
}

/** A clock that moves when told. */
class HeldClock {
  #now = 0;
  #alarms: { at: number; ring: () => void }[] = [];

  set(ms: number, ring: () => void): () => void {
    const alarm = { at: this.#now + ms, ring };
    this.#alarms.push(alarm);
    return () => {
      this.#alarms = this.#alarms.filter((other) => other !== alarm);
    };
  }

  pass(ms: number): void {
    this.#now += ms;
    const due = this.#alarms.filter(({ at }) => at <= this.#now);
    this.#alarms = this.#alarms.filter(({ at }) => at > this.#now);
    for (const { ring } of due) ring();
  }

  get waiting(): number {
    return this.#alarms.length;
  }
}

function setUp() {
  const clock = new HeldClock();
  const released: string[] = [];
  const calm = new CalmFilter<Found>({
    alarm: clock,
    key: ({ name }) => name,
    range: ({ range }) => range,
    release: (uri) => released.push(uri),
  });
  const shown = (...all: Found[]) => calm.filter(URI, all).map(({ name }) => name);
  return { clock, released, calm, shown };
}

describe('calm', () => {
  it('shows everything of a document that is only read', () => {
    const { calm, shown } = setUp();
    calm.carets(URI, [3]);
    assert.deepEqual(shown(found('甲', 3), found('乙', 8)), ['甲', '乙']);
    assert.equal(calm.holds(URI), false);
  });

  it('holds back what is new in the line being written, and nothing else', () => {
    const { calm, shown } = setUp();
    calm.carets(URI, [3]);
    calm.typed(URI, [insert(3, 0, '其')]);
    assert.deepEqual(shown(found('甲', 3), found('乙', 8)), ['乙']);
    assert.equal(calm.holds(URI), true);
  });

  it('shows it after a pause', () => {
    const { calm, clock, released, shown } = setUp();
    calm.carets(URI, [3]);
    calm.typed(URI, [insert(3, 0, '其')]);
    shown(found('甲', 3));
    clock.pass(QUIET_MS - 1);
    calm.typed(URI, [insert(3, 1, '中')]);
    clock.pass(QUIET_MS - 1);
    assert.deepEqual(released, [], 'a key starts the wait anew');
    clock.pass(1);
    assert.deepEqual(released, [URI]);
    assert.deepEqual(shown(found('甲', 3)), ['甲']);
  });

  it('shows it when the caret leaves the line, and not when it moves within', () => {
    const { calm, released, shown } = setUp();
    calm.carets(URI, [3]);
    calm.typed(URI, [insert(3, 0, '其')]);
    shown(found('甲', 3));
    calm.carets(URI, [3]);
    assert.deepEqual(released, []);
    calm.carets(URI, [4]);
    assert.deepEqual(released, [URI]);
    assert.deepEqual(shown(found('甲', 3)), ['甲']);
  });

  it('shows it when the document loses the focus', () => {
    const { calm, released, shown } = setUp();
    calm.carets(URI, [3]);
    calm.typed(URI, [insert(3, 0, '其')]);
    shown(found('甲', 3));
    calm.carets(URI, []);
    assert.deepEqual(released, [URI]);
  });

  it('keeps showing what was shown, though its column moves', () => {
    const { calm, shown } = setUp();
    calm.carets(URI, [3]);
    shown(found('甲', 3, 5));
    calm.typed(URI, [insert(3, 0, '其')]);
    assert.deepEqual(shown(found('甲', 3, 6), found('甲', 3, 20)), ['甲'], 'the second of the same name is new');
  });

  it('knows an old one on another line after Enter above it', () => {
    const { calm, shown } = setUp();
    calm.carets(URI, [3]);
    shown(found('甲', 3, 5));
    calm.typed(URI, [insert(3, 2, '\n')]);
    calm.carets(URI, [4]);
    assert.deepEqual(shown(found('甲', 4, 3)), ['甲']);
  });

  it('lets what is gone vanish at once', () => {
    const { calm, shown } = setUp();
    calm.carets(URI, [3]);
    shown(found('甲', 3));
    calm.typed(URI, [insert(3, 0, '其')]);
    assert.deepEqual(shown(), []);
  });

  it('holds nothing back for an undo or a quick fix', () => {
    const { calm, shown } = setUp();
    calm.carets(URI, [3]);
    calm.changed(URI, [insert(3, 0, '其')]);
    assert.deepEqual(shown(found('甲', 3)), ['甲']);
  });

  it('holds back a finding of several lines when a caret is in one of them', () => {
    const { calm, shown } = setUp();
    calm.carets(URI, [4]);
    calm.typed(URI, [insert(4, 0, '其')]);
    const wide: Found = { name: '甲', range: { start: { line: 2, character: 0 }, end: { line: 5, character: 1 } } };
    assert.deepEqual(shown(wide), []);
  });

  it('waits through an input method composition', () => {
    const { calm, clock, released, shown } = setUp();
    calm.carets(URI, [3]);
    // fa'zhi grows in the text, the writer looks for the candidate, then it becomes 法治.
    let length = 0;
    for (const composed of ['f', 'fa', "fa'z", "fa'zh", "fa'zhi"]) {
      calm.typed(URI, [{ range: { start: { line: 3, character: 0 }, end: { line: 3, character: length } }, text: composed }]);
      length = composed.length;
      assert.deepEqual(shown(found('拼音', 3)), []);
    }
    clock.pass(QUIET_MS * 3);
    assert.deepEqual(released, []);
    calm.typed(URI, [{ range: { start: { line: 3, character: 0 }, end: { line: 3, character: length } }, text: '法治' }]);
    assert.deepEqual(shown(found('甲', 3)), []);
    clock.pass(QUIET_MS);
    assert.deepEqual(released, [URI]);
  });

  it('does not wait for ever after Latin letters', () => {
    const { calm, clock, released, shown } = setUp();
    calm.carets(URI, [3]);
    calm.typed(URI, [insert(3, 0, 'OA')]);
    shown(found('甲', 3));
    clock.pass(COMPOSING_MS);
    assert.deepEqual(released, [URI]);
  });

  it('shows all when it is switched off', () => {
    const { calm, clock, released, shown } = setUp();
    calm.carets(URI, [3]);
    calm.typed(URI, [insert(3, 0, '其')]);
    shown(found('甲', 3));
    calm.releaseAll();
    assert.deepEqual(released, [URI]);
    assert.deepEqual(shown(found('甲', 3)), ['甲']);
    assert.equal(clock.waiting, 0);
  });

  it('leaves no clock running for a closed document', () => {
    const { calm, clock } = setUp();
    calm.typed(URI, [insert(3, 0, '其')]);
    calm.forget(URI);
    assert.equal(clock.waiting, 0);
  });

  it('keeps documents apart', () => {
    const { calm, shown } = setUp();
    calm.carets('untitled:乙', [3]);
    calm.typed('untitled:乙', [insert(3, 0, '其')]);
    assert.deepEqual(shown(found('甲', 3)), ['甲']);
  });

  it('never loses a finding: after a pause exactly the newest result is shown', () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('type' as const), line: fc.nat(5), text: fc.constantFrom('字', '\n', 'a', '') }),
      fc.record({ do: fc.constant('caret' as const), line: fc.nat(5), text: fc.constant('') }),
      fc.record({ do: fc.constant('pass' as const), line: fc.nat(900), text: fc.constant('') }),
    );
    const result = fc.array(fc.record({ name: fc.constantFrom('甲', '乙'), line: fc.nat(6) }), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(fc.tuple(step, result)), (steps) => {
        const { calm, clock, shown } = setUp();
        let last: Found[] = [];
        for (const [action, raw] of steps) {
          if (action.do === 'type') calm.typed(URI, [insert(action.line, 0, action.text)]);
          else if (action.do === 'caret') calm.carets(URI, [action.line]);
          else clock.pass(action.line);
          last = raw.map(({ name, line }) => found(name, line));
          const visible = shown(...last);
          assert.ok(visible.length <= last.length);
        }
        clock.pass(COMPOSING_MS);
        assert.deepEqual(
          shown(...last),
          last.map(({ name }) => name),
        );
      }),
    );
  });
});

describe('where a place stands after a change', () => {
  it('agrees with the text itself', () => {
    const text = fc.array(fc.constantFrom('字', 'a', '\n', '\r\n'), { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, fc.nat(), fc.nat(), fc.nat(), (before, inserted, a, b, c) => {
        const cut = (n: number) => {
          const at = n % (before.length + 1);
          // Between \r and \n there is no place.
          return before[at - 1] === '\r' ? at - 1 : at;
        };
        const [from, to] = [cut(a), cut(b)].sort((x, y) => x - y);
        const place = cut(c);
        fc.pre(place < from || place >= to);
        // A lone \r cannot arise, nor \r\n be joined from two sides.
        const after = before.slice(0, from) + inserted + before.slice(to);
        const expected = place < from ? place : place - to + from + inserted.length;
        const change = { range: { start: position(before, from), end: position(before, to) }, text: inserted };
        assert.deepEqual(moved(position(before, place), change), position(after, expected));
      }),
    );
  });
});

function position(text: string, offset: number) {
  const lines = text.slice(0, offset).split(/\r\n|\n/);
  return { line: lines.length - 1, character: lines[lines.length - 1].length };
}
