import { Text, View } from "@react-pdf/renderer";
import { INK } from "./paper-style";

/** An outlined word in capitals: the status of a paper, and that it is a demonstration. */
export function Tag({ children, strong = true }: { children: string; strong?: boolean }) {
  return (
    <View
      style={{
        borderWidth: strong ? 1.2 : 0.75,
        borderColor: INK.full,
        paddingHorizontal: 5,
        paddingTop: 1,
        paddingBottom: 0.6,
        marginLeft: 8,
      }}
    >
      <Text style={{ fontSize: 8.6, letterSpacing: 0.35, fontWeight: strong ? 700 : 400 }}>
        {children.toUpperCase()}
      </Text>
    </View>
  );
}
