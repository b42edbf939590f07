import {
  addressWith,
  Button,
  Checkbox,
  Checkboxes,
  ConflictPage,
  DataTable,
  DateInput,
  Details,
  Due,
  dateAndAway,
  EmptyState,
  ErrorPage,
  emptyForm,
  FilterBar,
  Form,
  type FormState,
  type Html,
  InsetText,
  Layout,
  Messages,
  NotFoundPage,
  PageHeading,
  Pagination,
  PasswordInput,
  PersonBanner,
  PrintButton,
  PrintHeader,
  Radios,
  Select,
  SummaryList,
  Tag,
  Textarea,
  TextInput,
  Timeline,
  WarningText,
} from '../../src/platform/ui/index.ts'
import { happened, leaving, lee, now, shell, today } from './people.ts'

const personLinks = [
  'Overview',
  'Plan',
  'Assessments and risk',
  'Contacts and notes',
  'Groups',
  'Tests',
  'Release',
  'Sharing',
  'History',
].map((text, index) => ({ text, href: index === 0 ? '/person' : `/person/${index}` }))

const prisons = [
  { value: 'LEI', text: 'Leeds' },
  { value: 'ISI', text: 'Isis' },
  { value: 'BZI', text: 'Bronzefield' },
]

const ListPage = (): Html => (
  <Layout
    shell={{
      ...shell('/list'),
      flash: { kind: 'success', message: 'Triage recorded. A worker is to be allocated by Wednesday.' },
    }}
    title="Leaving and left"
  >
    <PageHeading title="Leaving and left" caption="Leeds recovery team">
      <PrintButton text="Print this list" />
    </PageHeading>
    <PrintHeader shell={shell('/list')} now={now} filter="Leeds, leaving within 84 days" />
    <FilterBar
      action="/list"
      clear="/list"
      applied={[
        { text: 'Leeds', off: addressWith('/list', { days: '84' }) },
        { text: 'Leaving within 84 days', off: addressWith('/list', { prison: 'LEI' }) },
      ]}
    >
      <Select
        name="prison"
        label="Prison"
        items={prisons}
        values={{ prison: 'LEI' }}
        errors={[]}
        placeholder="All"
      />
      <TextInput name="days" label="Leaving within (days)" width={3} values={{ days: '84' }} errors={[]} />
    </FilterBar>
    <DataTable
      caption="Leaving within 84 days"
      rows={leaving}
      columns={[
        { heading: 'Name', cell: ({ name }) => <a href="/person">{name}</a>, rowHeading: true },
        { heading: 'Release', cell: ({ date }) => dateAndAway(date, today) },
        { heading: 'Owed', cell: ({ date }) => <Due due={date} today={today} /> },
        { heading: 'Release pack', cell: ({ ready }) => ready, numeric: true },
        { heading: 'Service', cell: ({ service }) => service },
        { heading: 'Appointment', cell: ({ appointment }) => appointment },
      ]}
    />
    <Pagination page={3} total={341} href={(page) => addressWith('/list', { page: String(page) })} />
    <h2 class="govuk-heading-m">Came in since Friday</h2>
    <EmptyState>Nobody arrived since yesterday morning</EmptyState>
  </Layout>
)

const messages = [
  {
    id: '1',
    from: 'Sara, Bradford',
    at: now.subtract({ hours: 20 }),
    text: 'Which pharmacy?\nIs it open on Sunday?',
    mine: false,
  },
  { id: '2', from: 'Amira Khan', at: now, text: 'Boots, Market Street. Yes, until 16:00.', mine: true },
]

const PersonPage = (): Html => (
  <Layout
    shell={shell('/person')}
    title="Lee Whitaker"
    above={<PersonBanner person={lee} today={today} links={personLinks} path="/person" />}
  >
    <PageHeading title="What is owed">
      <Button text="Start review" about="of the plan for Lee Whitaker" />
    </PageHeading>
    <p class="govuk-body">
      Plan review <Due due={today.subtract({ days: 3 })} today={today} />
    </p>
    <Details summary="Why this is owed">
      Every 13 weeks; last review 20 August; source: service specification.
    </Details>
    <SummaryList
      card="In short"
      rows={[
        { key: 'Treatment', value: 'Methadone, 40 ml a day', action: { text: 'Change', href: '/treatment' } },
        { key: 'Worker', value: <a href="/staff/1">Amira Khan</a> },
        { key: 'Hand-over', value: <Tag text="Sent" colour="blue" /> },
      ]}
    />
    <InsetText>“I want to see my daughter at Christmas.”</InsetText>
    <WarningText>He leaves before a bank holiday: book the pharmacy now.</WarningText>
    <h2 class="govuk-heading-m">Messages with Bradford</h2>
    <Messages label="Messages with Bradford" items={messages} today={today} />
    <h2 class="govuk-heading-m">Timeline</h2>
    <Timeline items={happened} today={today} />
  </Layout>
)

const failed: FormState = {
  values: {
    substance: ['opiates'],
    phone: '0113 <496>',
    safe: 'no',
    note: 'First line\n  second',
    'seen-day': '31',
    'seen-month': 'Feb',
    'seen-year': '26',
  },
  errors: [
    { field: 'phone', message: 'Enter a phone number that has 11 figures, like 0113 496 0000' },
    { field: 'why', message: 'Say why it is not safe to ring' },
    { field: 'seen', message: 'Enter a day that exists: February 2026 has 28' },
    { field: 'service', message: 'Choose a service' },
    { field: 'agrees', message: 'Tick the box, or leave without sending' },
  ],
}

const FormPage = ({ form }: { readonly form: FormState }): Html => (
  <Layout
    shell={shell('/form')}
    title="Triage for Lee Whitaker"
    errors={form.errors}
    back={{ href: '/person' }}
  >
    <PageHeading title="Triage" caption="Lee Whitaker" />
    <Form action="/form" csrf="token" idempotencyKey="0199" version={3}>
      <Checkboxes
        {...form}
        name="substance"
        label="Used in the last month"
        hint="Choose all that apply"
        items={[
          {
            value: 'opiates',
            text: 'Opiates',
            conditional: <TextInput {...form} name="how" label="How often?" />,
          },
          { value: 'alcohol', text: 'Alcohol' },
          { divider: 'or' },
          { value: 'none', text: 'None of these', exclusive: true },
        ]}
      />
      <TextInput {...form} name="phone" label="Phone" type="tel" width={20} autocomplete="tel" />
      <Radios
        {...form}
        name="safe"
        label="Is it safe to ring?"
        items={[
          { value: 'yes', text: 'Yes' },
          {
            value: 'no',
            text: 'No',
            conditional: <Textarea {...form} name="why" label="Why not?" rows={2} />,
          },
        ]}
      />
      <DateInput {...form} name="seen" label="When were they seen?" hint="For example, 27 3 2026" />
      <Select {...form} name="service" label="Service" items={prisons} placeholder="Choose a service" />
      <Textarea {...form} name="note" label="What matters to them" hint="In their own words" />
      <PasswordInput {...form} name="password" label="Your password" autocomplete="current-password" />
      <Checkbox {...form} name="agrees" label="They agree to pass this on" />
      <Button text="Save and go on" />
    </Form>
  </Layout>
)

const Conflict = (): Html => (
  <ConflictPage
    shell={shell('/plan')}
    what="Lee Whitaker's recovery plan"
    changedBy="Tom Reilly today at 09:12"
    fields={[
      { label: 'What matters', typed: 'See my daughter\nKeep my flat', now: 'See my daughter' },
      { label: 'First step', typed: 'Ring the council', now: 'Ring the council' },
    ]}
    startAgain="/plan"
    keepTyped={{
      action: '/plan',
      idempotencyKey: '0199',
      version: 4,
      values: { matters: 'See my daughter' },
    }}
  />
)

const ContinuityPage = (): Html => (
  <Layout shell={shell('/continuity')} title="Continuity">
    <PageHeading title="Continuity" />
    <p class="govuk-body-l">
      Of 118 people released in treatment between 1 April and 31 March, 52 started community treatment within
      21 days: 48.6 % of the 107 that count.
    </p>
    <img
      class="tc-chart"
      src="/chart.svg"
      alt="The seven outcomes as a bar; the table below has the same figures"
    />
  </Layout>
)

/** Every page of the gallery by its address. */
export const pages: Readonly<Record<string, () => Html>> = {
  '/list': ListPage,
  '/person': PersonPage,
  '/form': () => <FormPage form={failed} />,
  '/form-fresh': () => <FormPage form={emptyForm} />,
  '/plan': Conflict,
  '/continuity': ContinuityPage,
  '/missing': () => <NotFoundPage shell={shell('/missing')} />,
  '/broken': () => <ErrorPage shell={shell('/broken')} requestId="01994f6e-7c1a" />,
}
