"use client";

import { CheckboxField, CheckboxListField, SelectField } from "@/components/forms/choice-fields";
import { Form } from "@/components/forms/form";
import { PictureForm } from "@/components/forms/picture-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { DateField, TextField } from "@/components/forms/text-fields";
import { notify } from "@/components/ui/toast";
import { type Me, notices, ProfileChange } from "@/lib/accounts/schema.profile";
import { localeNames, localeOf, localeWords } from "@/lib/core/locale";
import { changeProfile, removeAvatar, saveAvatar } from "../actions";

const Typed = ProfileChange.pick({
  firstName: true,
  lastName: true,
  username: true,
  phone: true,
  birthDate: true,
  timeZone: true,
  locale: true,
  isPregnant: true,
  mutedNotices: true,
});

const waysToWrite = localeNames.map((value) => ({ value, label: localeWords(value) }));

const wanted = Object.entries(notices).map(([value, label]) => ({ value, label }));

type ProfileFormProps = { me: Me; zones: readonly string[]; asksPregnancy: boolean };

/** What a person tells of themselves; nobody but they and the operators who help them see it. */
export function ProfileForm({ me, zones, asksPregnancy }: ProfileFormProps) {
  return (
    <div className="grid max-w-140 gap-6">
      <PictureForm
        label="Your picture"
        help="JPEG, PNG, WebP or SVG, at most 2 MB. It is drawn anew as a square; nothing else of the file is kept."
        current={me.avatarSha256 && `/account/avatar?v=${me.avatarSha256.slice(0, 12)}`}
        shape="round"
        save={(image) => saveAvatar({ body: { image } })}
        remove={() => removeAvatar({})}
      />
      <Form
        schema={Typed}
        keep="profile"
        emptyAs="null"
        initial={{
          firstName: me.firstName,
          lastName: me.lastName,
          username: me.username,
          phone: me.phone,
          birthDate: me.birthDate,
          timeZone: me.timeZone,
          locale: localeOf(me.locale),
          ...(asksPregnancy && { isPregnant: me.isPregnant ?? false }),
          mutedNotices: [...me.mutedNotices],
        }}
        action={(body) => changeProfile({ body, ifMatch: me.version })}
        onDone={() => notify({ title: "Profile saved" })}
      >
        <div className="grid gap-4 md:grid-cols-2">
          <TextField name="firstName" label="First name" autoComplete="given-name" />
          <TextField name="lastName" label="Last name" autoComplete="family-name" />
          <TextField
            name="username"
            label="Username"
            optional
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            help="You can sign in with it instead of your e-mail address."
          />
          <TextField
            name="phone"
            label="Phone"
            optional
            type="tel"
            autoComplete="tel"
            help="With the country's code, such as +44 20 7946 0958."
          />
          <DateField name="birthDate" label="Birth date" optional />
          <SelectField
            name="timeZone"
            label="Time zone"
            optional
            placeholder="The laboratory's"
            choices={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
          />
          <SelectField
            name="locale"
            label="Dates"
            choices={waysToWrite}
            help="On pages and in mails to you. Numbers, birth dates and reports are written alike for everybody."
          />
        </div>
        {asksPregnancy && (
          <CheckboxField
            name="isPregnant"
            label="I am pregnant"
            help="Some results are read differently then."
          />
        )}
        <CheckboxListField
          name="mutedNotices"
          label="Do not mail me when"
          options={wanted}
          help="What concerns the safety of your account is always mailed."
        />
        <div>
          <SubmitButton busy="Saving">Save profile</SubmitButton>
        </div>
      </Form>
    </div>
  );
}
