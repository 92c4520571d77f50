import { type ComponentProps, useId } from 'react';
import { REGIONS } from '../../core/setting-up/regions.ts';

/** A region: any text, with the names of places to choose from. */
export function RegionInput(props: ComponentProps<'input'>) {
  const list = useId();
  return (
    <>
      <input {...props} list={list} maxLength={100} />
      <datalist id={list}>
        {REGIONS.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}
