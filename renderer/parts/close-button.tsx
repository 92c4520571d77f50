export function CloseButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <button type="button" className="close-button" aria-label={label} title={label} onClick={onClick}>
      <svg width="11" height="11" aria-hidden="true">
        <path d="M.5 .5l10 10M10.5 .5l-10 10" stroke="currentColor" />
      </svg>
    </button>
  );
}
