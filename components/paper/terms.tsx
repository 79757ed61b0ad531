import { View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import { INK } from "./paper-style";
import { Words } from "./words";

export type Term = readonly [term: string, value: ReactNode] | false | "" | undefined;

const GAP = 6;

/** Words and what they stand for, in two columns. What is not known is left out by whoever calls. */
export function Terms({
  terms,
  termWidth,
  width,
}: {
  terms: readonly Term[];
  termWidth: number;
  width: number;
}) {
  const valueWidth = width - termWidth - GAP;
  return (
    <View style={{ width }}>
      {terms.map(
        (pair) =>
          pair && (
            <View key={pair[0]} style={{ flexDirection: "row" }}>
              <Words width={termWidth} style={{ width: termWidth, marginRight: GAP, color: INK.third }}>
                {pair[0]}
              </Words>
              <Words width={valueWidth} style={{ width: valueWidth }}>
                {pair[1]}
              </Words>
            </View>
          ),
      )}
    </View>
  );
}
