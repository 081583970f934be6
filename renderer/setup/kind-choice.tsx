import { useTranslation } from 'react-i18next';
import type { DeskKind } from '../../shared/settings/settings.ts';
import { ChoiceCards } from '../ui/choice-cards.tsx';

interface KindChoiceProps {
  value: DeskKind | undefined;
  onChange: (kind: DeskKind) => void;
  error?: string | undefined;
}

const kinds = ['PUE', 'PCS', 'both'] as const satisfies readonly DeskKind[];

/** The three kinds of desk, each with what it may do. */
export function KindChoice({ value, onChange, error }: KindChoiceProps) {
  const { t } = useTranslation('setup');
  const choices = kinds.map((kind) => ({ value: kind, title: t(`kinds.${kind}.title`), note: t(`kinds.${kind}.note`) }));
  return <ChoiceCards label={t('kindQuestion')} value={value} onChange={onChange} choices={choices} stacked error={error} />;
}
