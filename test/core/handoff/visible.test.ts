import assert from 'node:assert/strict';
import fc from 'fast-check';
import { load } from 'js-yaml';
import MarkdownIt from 'markdown-it';
import {
  codeSpan,
  isVisible,
  markdownLink,
  plainLine,
  quotedMarkdown,
  shellWord,
  visible,
  yamlString,
} from '../../../src/core/handoff/visible.ts';

const markdown = new MarkdownIt({ html: true, linkify: true });
const hostile = fc.string({ unit: fc.constantFrom(...'`*_[]()<>&~|$\\#-+!"\'\n\r\t :=.@a1\u202e\u0000\u2028') });

/** Any UTF-16 code units, lone surrogates too. */
const anything = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));

describe('visible', () => {
  it('shows controls and characters that turn the direction of writing', () => {
    assert.equal(visible('a\u202eb\nc\u0000\u2028'), 'a<U+202E>b<U+000A>c<U+0000><U+2028>');
    assert.equal(isVisible('Grüße, 日本 🧑‍💻'), true);
    assert.equal(visible('x\u200dy 🧑‍💻'), 'x<U+200D>y 🧑‍💻');
  });
});

describe('codeSpan', () => {
  it('shows exactly the text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        if (text.trim() === '') return;
        const [inline] = markdown.parseInline(`- ${codeSpan(text)}`, {});
        const [lead, code, ...more] = inline?.children ?? [];
        assert.deepEqual([lead?.content, code?.type, more.length], ['- ', 'code_inline', 0]);
        assert.equal(code?.content, visible(text));
      }),
    );
  });
});

describe('plainLine', () => {
  it('shows exactly the text, with no meaning', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const tokens = new MarkdownIt({ html: true }).parse(`- ${plainLine(text)}`, {});
        const children = tokens.flatMap((token) => token.children ?? []);
        assert.ok(children.every(({ type }) => type === 'text' || type === 'text_special'));
        const shown = children.map(({ content }) => content).join('');
        assert.equal(shown, visible(text.replace(/\s+/g, ' ').trim()));
        assert.ok(tokens.every(({ type }) => /^(bullet_list|list_item|paragraph|inline)/.test(type)));
      }),
    );
  });
});

describe('quotedMarkdown', () => {
  it('keeps code, and nothing else, from the markdown of the text', () => {
    assert.equal(quotedMarkdown('Send `Retry-After` in *all* `429`s'), 'Send `Retry-After` in \\*all\\* `429`s');
  });

  it('shows exactly the text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const [inline] = markdown.parseInline(`x${quotedMarkdown(text)}x`, {});
        const children = inline?.children ?? [];
        assert.ok(
          children.every(({ type }) =>
            ['text', 'text_special', 'code_inline', 'link_open', 'link_close'].includes(type),
          ),
        );
        const shown = children.map(({ content }) => content).join('');
        assert.equal(shown.replaceAll('`', ''), visible(`x${text.replace(/\s+/g, ' ').trim()}x`).replaceAll('`', ''));
      }),
    );
  });
});

describe('markdownLink', () => {
  it('links to any path', () => {
    for (const path of ['a b.md', 'a(b).md', 'a#b?.md', '"x".md', "it's.md", 'ü.md', '100%.md', 'a\nb.md']) {
      const [inline] = markdown.parseInline(markdownLink('x', path, '#L2'), {});
      const href = inline?.children?.[0]?.attrGet('href') ?? '';
      assert.equal(decodeURIComponent(href), `${path}#L2`, path);
      assert.equal(inline?.children?.length, 3, path);
    }
  });
});

describe('yamlString', () => {
  it('comes back as it was, in one line that shows', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, anything), (text) => {
        const line = yamlString(text);
        assert.deepEqual(load(`branch: ${line}`), { branch: text });
        assert.equal(isVisible(line), true);
      }),
    );
  });
});

describe('shellWord', () => {
  it('leaves plain names alone and quotes the rest', () => {
    assert.equal(shellWord('feature/x-1'), 'feature/x-1');
    assert.equal(shellWord('a;b'), "'a;b'");
    assert.equal(shellWord("it's $(x)"), "'it'\\''s $(x)'");
  });
});
