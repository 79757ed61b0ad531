import { Problem } from "./problem";

/**
 * The life of a record as a table: states with the words people read, and moves between them.
 * `needs` says in words what a move asks for beyond the state; it is documentation, the operation enforces it.
 */
export type Lifecycle<State extends string, Move extends string> = {
  noun: string;
  initial: State;
  states: Record<State, { label: string }>;
  moves: Record<Move, { label: string; from: readonly State[]; to: State; needs?: string }>;
};

export function lifecycle<const State extends string, const Move extends string>(
  table: Lifecycle<State, Move>,
): Lifecycle<State, Move> {
  return table;
}

/**
 * The state a move leads to.
 * @throws Problem "illegal_move" when the state does not allow it, naming both.
 */
export function follow<State extends string, Move extends string>(
  table: Lifecycle<State, Move>,
  state: State,
  move: Move,
): State {
  const { from, to, label } = table.moves[move];
  if (!from.includes(state)) {
    throw new Problem(
      "illegal_move",
      `This ${table.noun} is ${table.states[state].label.toLowerCase()}: it cannot be ${label.toLowerCase()} now.`,
    );
  }
  return to;
}

/** Whether a move is open from a state; the button is absent where it is not. */
export function mayFollow<State extends string, Move extends string>(
  table: Lifecycle<State, Move>,
  state: State,
  move: Move,
): boolean {
  return table.moves[move].from.includes(state);
}

export function movesFrom<State extends string, Move extends string>(
  table: Lifecycle<State, Move>,
  state: State,
): Move[] {
  // Object.keys forgets its keys' type; the table has no others.
  return (Object.keys(table.moves) as Move[]).filter((move) => mayFollow(table, state, move));
}
