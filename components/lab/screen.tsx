import type { ReactNode } from "react";
import { cx } from "../ui/cx";
import { type Crumb, TopBar } from "./top-bar";

type ScreenProps = {
  crumbs: readonly Crumb[];
  find?: boolean;
  /** Quiet acts of the whole screen, in the top bar. */
  bar?: ReactNode;
  /** `IdentityStrip`, on every clinical screen. */
  identity?: ReactNode;
  /** What belongs beside: versions, what happened. Goes below on narrow screens. */
  aside?: ReactNode;
  children: ReactNode;
};

/** A page inside the shell: top bar, who it is about, the page, what stands beside it. */
export function Screen({ crumbs, find = true, bar, identity, aside, children }: ScreenProps) {
  return (
    <>
      <TopBar crumbs={crumbs} find={find}>
        {bar}
      </TopBar>
      {identity}
      {aside ? (
        <div className="min-[1100px]:grid min-[1100px]:min-h-[calc(100dvh-48px)] min-[1100px]:grid-cols-[minmax(0,1fr)_324px] print:block">
          <Main className="px-6 pt-5 pb-10 max-md:px-4 max-md:pt-4 min-[1100px]:pe-8">{children}</Main>
          <aside className="border-line bg-canvas px-6 pt-5 pb-10 max-[1100px]:border-t max-md:px-4 min-[1100px]:border-s print:bg-surface print:px-0">
            {aside}
          </aside>
        </div>
      ) : (
        <Main className={padded}>{children}</Main>
      )}
    </>
  );
}

type WorkScreenProps = {
  /** For those who hear the page; the eye has the identity instead. */
  title: string;
  identity: ReactNode;
  /** `WorkFooter` */
  footer?: ReactNode;
  children: ReactNode;
};

/**
 * A screen that is all work (result entry): the side becomes a rail, there is no top bar, and the identity strip
 * stands at the very top (`under="nothing"`).
 */
export function WorkScreen({ title, identity, footer, children }: WorkScreenProps) {
  return (
    <div data-rail="" className="flex min-h-dvh flex-col max-md:min-h-[calc(100dvh-56px)]">
      {identity}
      <Main className="flex-1">
        <h1 className="sr-only">{title}</h1>
        {children}
      </Main>
      {footer}
    </div>
  );
}

function Main({ className, children }: { className: string; children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} className={cx("min-w-0 print:p-0", className)}>
      {children}
    </main>
  );
}

const padded = "p-6 max-md:p-4";
