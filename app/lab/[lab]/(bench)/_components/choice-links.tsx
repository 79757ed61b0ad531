import Link from "next/link";

type ChoiceLinksProps = {
  /** What is chosen: "Priority". */
  label: string;
  choices: readonly { label: string; href: string; current: boolean }[];
};

/** One of a few, as links: the choice is in the address. */
export function ChoiceLinks({ label, choices }: ChoiceLinksProps) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-x-1 gap-y-1">
      <span aria-hidden="true" className="me-1 text-ink-3">
        {label}
      </span>
      {choices.map((choice) => (
        <Link
          key={choice.href}
          href={choice.href}
          aria-current={choice.current ? "true" : undefined}
          className="grid h-7 place-items-center rounded-sm px-2 text-ink-2 no-underline hover:bg-hover hover:text-ink aria-[current]:bg-sunken aria-[current]:font-medium aria-[current]:text-ink max-md:h-11 max-md:px-3"
        >
          {choice.label}
        </Link>
      ))}
    </nav>
  );
}
