import { Button } from 'antd';
import type { StoredText } from '../use-stored-text.ts';
import { KeyHint } from './key-hint.tsx';

/** Below a text that is written into the book. */
export function StoreButtons({ storeAndClose, giveUp }: Pick<StoredText, 'storeAndClose' | 'giveUp'>) {
  return (
    <div>
      <Button size="small" type="primary" onClick={storeAndClose}>
        存入
        <KeyHint keys="Ctrl+Enter" />
      </Button>
      <Button size="small" onClick={giveUp}>
        放弃
        <KeyHint keys="Esc" />
      </Button>
    </div>
  );
}
