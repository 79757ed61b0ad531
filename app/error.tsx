"use client";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main className="mx-auto max-w-xl p-6">
      <h1 className="sr-only">Something went wrong</h1>
      <Empty title="Something went wrong on our side" action={<Button onClick={reset}>Try again</Button>}>
        Nothing was changed. If it stays like this, tell your administrator
        {error.digest ? ` this number: ${error.digest}` : " what you did"}.
      </Empty>
    </main>
  );
}
