import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { longestCaption, longestChat } from '../../../shared/call/control-message.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ToggleButtons } from '../../ui/toggle-buttons.tsx';
import { useWhoText } from '../view/use-names.ts';
import type { Caption, ChatBook, ChatLine } from './chat-book.ts';

type Way = 'chat' | 'captions';

/** What is written in a call: lines sent whole, or each letter as it is typed, for a resident who reads instead of hearing. */
export function ChatPanel({ book }: { book: ChatBook }) {
  const { t } = useTranslation('call');
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
          <Line key={`${line.from?.party} ${line.id}`} line={line} />
        ))}
      </ul>
      <Form onSubmit={send}>
        <TextField label={t(way === 'chat' ? 'chat.write' : 'chat.typeAlong')} value={text} onChange={type} input={{ maxLength: way === 'chat' ? longestChat : longestCaption }} beside={<Button submit>{t('chat.send')}</Button>} />
      </Form>
      <ToggleButtons label={t('chat.way')} labelHidden value={way} onChange={(next) => setWay(next ?? 'chat')} options={[{ value: 'chat', text: t('chat.whole') }, { value: 'captions', text: t('chat.along') }]} />
    </section>
  );
}

function Line({ line: { from, text, missing } }: { line: ChatLine }) {
  const { t } = useTranslation('call');
  const whoText = useWhoText();
  return (
    <li data-mine={from === undefined || undefined}>
      <strong>{from === undefined ? t('chat.me') : t('chat.from', { name: whoText(from) })}</strong> {text} {missing.length > 0 && <em>{t('chat.notYet')}</em>}
    </li>
  );
}

/** Large, for the resident to read over the desk. */
function Captions({ captions }: { captions: readonly Caption[] }) {
  const { t } = useTranslation('call');
  const whoText = useWhoText();
  return (
    <div className="captions" role="log" aria-label={t('chat.captions')}>
      {captions.slice(-3).map(({ from, text }, index) => (
        <p key={`${captions.length} ${index}`}>
          <span className="captions-who">{t('chat.from', { name: whoText(from) })}</span> {text}
        </p>
      ))}
    </div>
  );
}
