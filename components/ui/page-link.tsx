import Link from "next/link";
import type { ComponentProps } from "react";

/**
 * A link to another page of ours. Nothing is fetched before it is pressed: opening patient data leaves an audit
 * event, and a look-ahead by the browser is nobody's look.
 */
export function PageLink(props: ComponentProps<typeof Link>) {
  return <Link prefetch={false} {...props} />;
}
