"use client";

import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";
import { BulkBar } from "./bulk-bar";
import { Checkbox } from "./checkbox";

type Selection = {
  ids: readonly string[];
  selected: ReadonlySet<string>;
  toggle: (id: string, on: boolean) => void;
  toggleAll: (on: boolean) => void;
};

const SelectionContext = createContext<Selection | null>(null);

type SelectableProps = {
  /** Ids of the rows on this page that may be selected. */
  ids: readonly string[];
  /** The acts, given what is selected; `clear` after they are done. */
  acts: (selected: readonly string[], clear: () => void) => ReactNode;
  /** What stands in the bar's place while nothing is selected, so that selecting moves nothing. */
  idle?: ReactNode;
  children: ReactNode;
};

/** A list whose rows can be selected: the bar with the number and the acts stands over the table's head. */
export function Selectable({ ids, acts, idle, children }: SelectableProps) {
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  // What left the page (acted on, paged away) is no longer selected.
  const selected = useMemo(() => new Set(ids.filter((id) => chosen.has(id))), [ids, chosen]);
  const clear = () => choose(new Set());
  const value: Selection = {
    ids,
    selected,
    toggle(id, on) {
      const next = new Set(selected);
      if (on) next.add(id);
      else next.delete(id);
      choose(next);
    },
    toggleAll: (on) => choose(new Set(on ? ids : [])),
  };
  return (
    <SelectionContext value={value}>
      <BulkBar count={selected.size} onClear={clear} idle={idle} before={<SelectAll />}>
        {acts([...selected], clear)}
      </BulkBar>
      {children}
    </SelectionContext>
  );
}

/** The tick of one row. `label` names the row: "Select DOC48210937". */
export function SelectRow({ id, label }: { id: string; label: string }) {
  const { selected, toggle } = useSelection();
  return (
    <Checkbox
      aria-label={label}
      data-select=""
      checked={selected.has(id)}
      onChange={(event) => toggle(id, event.target.checked)}
    />
  );
}

/** All on this page, or none. */
export function SelectAll() {
  const { ids, selected, toggleAll } = useSelection();
  const box = useRef<HTMLSpanElement>(null);
  const isSome = selected.size > 0 && selected.size < ids.length;
  useEffect(() => {
    const input = box.current?.querySelector("input");
    // "Some of them" can only be said by script.
    if (input) input.indeterminate = isSome;
  }, [isSome]);
  return (
    <span ref={box} className="contents">
      <Checkbox
        aria-label="All on this page"
        checked={ids.length > 0 && selected.size === ids.length}
        onChange={(event) => toggleAll(event.target.checked)}
      />
    </span>
  );
}

function useSelection(): Selection {
  const selection = useContext(SelectionContext);
  if (!selection) throw new Error("SelectRow and SelectAll stand inside Selectable");
  return selection;
}
