import { KeyRound, Mail } from "lucide-react";
import { AuthFrame, Or } from "@/components/lab/auth-frame";
import { TenantColours } from "@/components/lab/tenant-colours";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PasswordInput } from "@/components/ui/password-input";

export const metadata = { title: "A door" };

const palette = {
  fill: "oklch(0.47 0.085 178)",
  on: "oklch(1 0 0)",
  line: "oklch(0.47 0.085 178)",
  darkFill: "oklch(0.76 0.085 178)",
  darkOn: "oklch(0.2 0.03 178)",
  darkLine: "oklch(0.76 0.085 178)",
};

export default function DoorPage() {
  return (
    <TenantColours palette={palette}>
      <AuthFrame
        laboratory={{ name: "Demo Laboratory", line: "Century Hospital, 2070 Test Park, Los Angeles" }}
        title="Sign in"
        host="demo.medvuno.example"
        demonstration
        footer={
          <>
            Another laboratory? <a href="#find">Find it</a>. Your own results are at{" "}
            <a href="#learn">learn.medvuno.example</a>.
          </>
        }
      >
        <Field label="E-mail, user name or public id">
          {(control) => (
            <Input {...control} size="large" defaultValue="scientist@demo.test" autoComplete="username" />
          )}
        </Field>
        <Field label="Password" aside={<a href="#forgot">Forgot it?</a>}>
          {(control) => <PasswordInput {...control} size="large" autoComplete="current-password" />}
        </Field>
        <Button look="tenant" size="large" wide>
          Sign in
        </Button>
        <Or />
        <div className="grid gap-2">
          <Button size="large" wide>
            <KeyRound aria-hidden="true" />
            Use a passkey
          </Button>
          <Button size="large" wide>
            <Mail aria-hidden="true" />
            Send me a code by e-mail
          </Button>
        </div>
      </AuthFrame>
    </TenantColours>
  );
}
