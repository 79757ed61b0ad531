import { Text } from "@react-pdf/renderer";
import { INK } from "./paper-style";

/** Heads a block, on every page the block reaches. */
export function BlockHeading({ children }: { children: string }) {
  return (
    <Text
      fixed
      style={{
        fontSize: 9.6,
        fontWeight: 700,
        paddingBottom: 1.5,
        marginBottom: 3,
        borderBottomWidth: 0.75,
        borderBottomColor: INK.full,
      }}
    >
      {children}
    </Text>
  );
}
