import { useId } from 'react';

interface SliderProps {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  /** The value in words, seen beside it and read out. */
  words: string;
  onChange: (value: number) => void;
}

/** A value set by hand or with the arrow keys. */
export function Slider({ label, value, min, max, step, words, onChange }: SliderProps) {
  const id = useId();
  return (
    <div className="slider">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="range" min={min} max={max} step={step} value={value} aria-valuetext={words} onChange={(event) => onChange(event.target.valueAsNumber)} />
      <span aria-hidden="true">{words}</span>
    </div>
  );
}
