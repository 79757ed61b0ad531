import { Text } from "@react-pdf/renderer";
import type { ComponentProps, ReactNode } from "react";
import { breakWords } from "./break-words";
import { BODY_WIDTH } from "./paper-style";

type TextStyle = Exclude<ComponentProps<typeof Text>["style"], readonly unknown[] | undefined>;

/** Text that wraps as paper needs it. `width` is the column's in points, the type area's when not given. */
export function Words({
  children,
  style = {},
  width = BODY_WIDTH,
  size = 9,
}: {
  children: ReactNode;
  style?: TextStyle;
  width?: number;
  size?: number;
}) {
  return (
    <Text style={{ fontSize: size, ...style }} hyphenationCallback={breakWords(width, size)}>
      {children}
    </Text>
  );
}
