import type { ReactNode } from 'react';

interface PageHeadProps {
  readonly title: string;
  readonly detail: ReactNode;
  readonly children: ReactNode;
}

export function PageHead({ title, detail, children }: PageHeadProps) {
  return (
    <header className="page-head">
      <h1>{title}</h1>
      <p>{detail}</p>
      <div className="page-actions">{children}</div>
    </header>
  );
}
