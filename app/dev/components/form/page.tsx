import { SampleForm } from "./sample-form";

export const metadata = { title: "A form" };

export default function FormPage() {
  return (
    <main className="mx-auto max-w-140 p-6 max-md:p-4">
      <h1 className="mb-4 text-lg">Register a patient</h1>
      <SampleForm />
    </main>
  );
}
