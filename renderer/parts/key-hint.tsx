/** A key in its small frame. For the eye only: the control beside it names its keys in `aria-keyshortcuts`. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return (
    <span className="key" aria-hidden="true">
      {keys}
    </span>
  );
}
