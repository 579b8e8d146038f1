import assert from 'node:assert/strict';
import { definedName, definesNames } from '../../../src/core/handoff/defined-name.ts';
import { growth, linear } from '../../fakes/growth.ts';

describe('definedName', () => {
  const names: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
    'a.ts': {
      'export async function sendMail(to: string) {': 'sendMail',
      'export default class Mailer extends Base {': 'Mailer',
      'export const retry = (times: number) =>': 'retry',
      'const limit: number = 5;': 'limit',
      'export type Mail = {': 'Mail',
      'declare module "x" {': null,
      'function* ids() {': 'ids',
      "import { type Mail } from './mail.ts';": null,
      'return send(mail);': null,
      'const { a, b } = mail;': null,
      "describe('mail', () => {": null,
    },
    'a.py': { 'async def fetch(url):': 'fetch', 'class Mail(Base):': 'Mail', 'for mail in mails:': null },
    'a.go': {
      'func (m *Mailer) Send(to string) error {': 'Send',
      'func main() {': 'main',
      'type Mail struct {': 'Mail',
    },
    'a.rs': { 'pub(crate) async fn send<T>(to: T) {': 'send', 'impl<T> Mailer<T> {': 'Mailer' },
    'a.c': {
      'static int send_mail(const char *to)': 'send_mail',
      'struct mail *next(struct mail *m)': 'next',
      'return next(m);': null,
      'else if (x) {': null,
      'int send_mail(void);': null,
    },
    'A.java': { 'public class Mail {': 'Mail', 'public void send(Mail mail) {': 'send' },
    'a.sh': { 'send_mail() {': 'send_mail' },
    'a.rb': { 'def self.send(mail)': 'self.send', 'module Mail': 'Mail' },
  };
  for (const [path, lines] of Object.entries(names)) {
    for (const [line, name] of Object.entries(lines)) {
      it(`${path}: ${line}`, () => assert.equal(definedName(line, path), name));
    }
  }

  for (const piece of ['a ', 'export ', 'a*', 'x('])
    it(`takes time in proportion to a line of ${piece}`, async () => {
      assert.ok((await growth((size) => definedName(piece.repeat(size / piece.length), 'a.c'))) < linear);
    });
});

describe('definesNames', () => {
  it('leaves prose and data alone', () => {
    assert.deepEqual(['a.md', 'README', 'a.json', 'src/a.ts', 'a.b/LICENSE', 'Main.java'].filter(definesNames), [
      'src/a.ts',
      'Main.java',
    ]);
  });
});
