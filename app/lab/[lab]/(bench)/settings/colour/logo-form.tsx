"use client";

import { PictureForm } from "@/components/forms/picture-form";
import { removeLogo, setLogo } from "../actions";

/** The laboratory's own mark, on the sign-in page, in the side bar and on paper. */
export function LogoForm({ current }: { current: string | null }) {
  return (
    <PictureForm
      label="Logo"
      help="JPEG, PNG, WebP or SVG, at most 2 MB. It is drawn anew, at most 640 × 240 pixels, and stands on white."
      current={current}
      shape="wide"
      save={(image) => setLogo({ body: { image } })}
      remove={() => removeLogo({})}
    />
  );
}
