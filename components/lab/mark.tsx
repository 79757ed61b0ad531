import { cx } from "../ui/cx";

/** The product's mark: a value on its interval. */
export function ProductMark({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      className={cx("flex-none", className ?? "size-6")}
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d="M6.5 4H3v16h3.5M17.5 4H21v16h-3.5" strokeWidth="2.2" />
      <path d="M7.5 12h2M17.5 12h.5" strokeWidth="1.8" />
      <circle cx="13" cy="12" r="3.1" fill="currentColor" stroke="none" />
    </svg>
  );
}

type TileSize = "small" | "normal" | "large";

const tiles: Record<TileSize, string> = {
  small: "size-4.5 rounded-sm text-[10px]",
  normal: "size-6.5 rounded-[5px] text-sm",
  large: "size-11 rounded-[8px] text-[22px] max-md:size-9 max-md:text-lg",
};

type LabTileProps = {
  name: string;
  /** The laboratory's own logo, served from our origin; it replaces the initial. */
  logo?: string | null | undefined;
  size?: TileSize;
  /** On the sign-in panel the colours change places. */
  inverted?: boolean;
};

/** The laboratory's tile: its logo, or its initial on its colour. Its name always stands beside it. */
export function LabTile({ name, logo, size = "normal", inverted }: LabTileProps) {
  if (logo) {
    // biome-ignore lint/performance/noImgElement: already made small on upload, and private
    return <img src={logo} alt="" className={cx("flex-none bg-white object-contain", tiles[size])} />;
  }
  return (
    <span
      aria-hidden="true"
      className={cx(
        "grid flex-none place-items-center leading-none font-loud",
        inverted ? "bg-tenant-on-panel text-tenant-panel" : "bg-tenant-fill text-tenant-on",
        tiles[size],
      )}
    >
      {initialOf(name)}
    </span>
  );
}

/** The product's tile, where no laboratory is: operators, the root host. */
export function ProductTile({ size = "normal" }: { size?: TileSize }) {
  return (
    <span
      aria-hidden="true"
      className={cx("grid flex-none place-items-center bg-action text-on-action", tiles[size])}
    >
      <ProductMark className="size-[70%]" />
    </span>
  );
}

function initialOf(name: string): string {
  // The first letter or figure as people see it, whatever script it is in.
  const [first = "?"] = name.match(/[\p{L}\p{N}]\p{M}*/u) ?? [];
  return first.toLocaleUpperCase("en");
}
