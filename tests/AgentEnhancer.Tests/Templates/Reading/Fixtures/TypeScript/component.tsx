'use client';

import * as React from 'react';

type Props<T> = {
  items: T[];
  render: (item: T) => React.ReactNode;
};

// Don't render {without} items.
export function List<T extends { id: string }>({ items, render }: Props<T>) {
  const [open, setOpen] = React.useState<Record<string, boolean>>({});
  if (items.length < 1 || items.length > 10) return null;

  return (
    <ul className="list" style={{ color: 'red' }}>
      {/* it's a comment } */}
      {items.map((item) => (
        <li key={item.id} onClick={() => setOpen((o) => ({ ...o, [item.id]: !o[item.id] }))}>
          Don't click: see http://example.test // not a comment
          {open[item.id] ? <>{render(item)}</> : `closed { ${item.id}`}
        </li>
      ))}
      <Footer<T> count={items.length} />
    </ul>
  );
}

const Footer = <T,>({ count }: { count: number }) => <p>It&apos;s {count} item{count === 1 ? '' : 's'}</p>;

export const Button = React.forwardRef<HTMLButtonElement, React.ComponentProps<'button'>>(
  ({ className, ...props }, ref) => <button ref={ref} className={cn('b', className)} {...props} />,
);
Button.displayName = 'Button';

export const Memo = React.memo(function Inner({ a }: { a: string }) {
  return <div data-a={a}>{a}</div>;
});

export default function Page() {
  return <List items={[]} render={(x) => <b>{x.id}</b>} />;
}
