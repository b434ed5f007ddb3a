import type { ReactNode } from 'react';

/** A label that is no more than the neighbour of its control. */
export function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="settings-row">
      <div className="settings-row-label">{label}</div>
      <div>{children}</div>
    </div>
  );
}
