import type { Metadata } from "next";
import { Door } from "../../../_components/door";
import { CodeForm } from "../_components/code-form";

export const metadata: Metadata = { title: "Type the code" };

export default function RegisterCodePage() {
  return (
    <Door
      title="Confirm your address"
      footer="Nothing there? Look among the unwanted mail. If you have an account already, the mail says so and brings no code."
    >
      <CodeForm />
    </Door>
  );
}
