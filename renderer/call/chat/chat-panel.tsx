import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { longestCaption, longestChat } from '../../../shared/call/control-message.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ToggleButtons } from '../../ui/toggle-buttons.tsx';
import { ChatBook } from './chat-book.ts';
import type { ChatLine } from './chat-book.ts';
import type { PeerLink } from '../peer-link.ts';

type Way = 'chat' | 'captions';

/** What is written in a call: lines sent whole, or each letter as it is typed, for a resident who reads instead of hearing. */
export function ChatPanel({ link }: { link: PeerLink }) {
  const { t } = useTranslation('call');
  const [book] = useState(() => new ChatBook((message) => link.say(message)));
  useEffect(() => attach(book, link), [book, link]);
  const { lines, captions } = useSyncExternalStore(book.subscribe, book.snapshot);
  const [way, setWay] = useState<Way>('chat');
  const [text, setText] = useState('');
  const type = (typed: string) => {
    setText(typed);
    if (way === 'captions') book.caption(typed, false);
  };
  const send = () => {
    if (text.trim() === '') return;
    if (way === 'captions') book.caption(text, true);
    else book.write(text);
    setText('');
  };
  return (
    <section className="chat" aria-label={t('chat.title')}>
      {captions.length > 0 && <Captions captions={captions} />}
      <ul className="chat-lines" aria-live="polite">
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
      <Form onSubmit={send}>
        <TextField label={t(way === 'chat' ? 'chat.write' : 'chat.typeAlong')} value={text} onChange={type} input={{ maxLength: way === 'chat' ? longestChat : longestCaption }} beside={<Button submit>{t('chat.send')}</Button>} />
      </Form>
      <ToggleButtons label={t('chat.way')} labelHidden value={way} onChange={(next) => setWay(next ?? 'chat')} options={[{ value: 'chat', text: t('chat.whole') }, { value: 'captions', text: t('chat.along') }]} />
    </section>
  );
}

function attach(book: ChatBook, link: PeerLink): () => void {
  return link.listen({
    said: (message) => book.take(message),
    built: (_, { control }) => control.addEventListener('open', () => book.sayAgain()),
  });
}

function Line({ line }: { line: ChatLine }) {
  const { t } = useTranslation('call');
  return (
    <li data-mine={line.mine || undefined}>
      <strong>{t(line.mine ? 'chat.me' : 'chat.them')}</strong> {line.text} {line.mine && !line.received && <em>{t('chat.notYet')}</em>}
    </li>
  );
}

/** Large, for the resident to read over the desk. */
function Captions({ captions }: { captions: readonly string[] }) {
  const { t } = useTranslation('call');
  return (
    <div className="captions" role="log" aria-label={t('chat.captions')}>
      {captions.slice(-3).map((line, index) => (
        <p key={`${captions.length} ${index}`}>{line}</p>
      ))}
    </div>
  );
}
