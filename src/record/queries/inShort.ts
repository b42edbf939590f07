import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'

interface OpenEpisode {
  readonly id: string
  readonly service_id: string
  readonly service: string
  readonly substances: string | null
  readonly referred: string
  readonly triaged: string | null
  readonly started: string | null
  readonly interventions: readonly { readonly kind: string; readonly started: string }[]
}

interface NamedWorker {
  readonly name: string
  readonly role: string
  readonly service: string
  readonly since: string
}

interface Reaching {
  readonly phone: string | null
  readonly safe_to_ring: string
  readonly safe_to_ring_note: string | null
  readonly address: string | null
  readonly town: string | null
  readonly postcode: string | null
  readonly recorded_at: string
}

interface Gate {
  readonly id: string
  readonly kind: string
  readonly state: string
  readonly destination: string | null
  readonly sent: string | null
  readonly to_service: string | null
  readonly to_phone: string | null
}

interface Appointment {
  readonly day: string
  readonly starts_at: string | null
  readonly place: string | null
  readonly service: string
}

/** What the overview says in short. Days and moments are ISO text; a part this reader may not see is empty. */
export interface InShort {
  readonly episodes: readonly OpenEpisode[]
  readonly workers: readonly NamedWorker[]
  readonly reaching: Reaching | null
  readonly handover: Gate | null
  readonly appointment: Appointment | null
  /** What they want, in their words, from the newest recovery plan. */
  readonly want: string | null
}

const nothing: InShort = {
  episodes: [],
  workers: [],
  reaching: null,
  handover: null,
  appointment: null,
  want: null,
}

/** Treatment, workers, what they want, how to reach them, and how far the hand-over is: in one query. */
export const inShort = async (tx: ReadTx, personId: string): Promise<InShort> => {
  const found = await sql<InShort>`
    select
      (select coalesce(json_agg(json_build_object('id', e.id, 'service_id', e.service_id, 'service', s.name, 'substances', e.substances,
          'referred', e.referral_date, 'triaged', e.triage_date, 'started', e.treatment_start,
          'interventions', (select coalesce(json_agg(json_build_object('kind', v.kind, 'started', v.started_on) order by v.started_on, v.id), '[]')
            from intervention v where v.episode_id = e.id and v.ended_on is null)) order by e.referral_date desc, e.id), '[]')
        from episode e join service s on s.id = e.service_id where e.person_id = ${personId} and e.end_date is null) as episodes,
      (select coalesce(json_agg(json_build_object('name', t.full_name, 'role', a.as_role, 'service', s.name, 'since', a.from_day) order by a.from_day desc, a.id), '[]')
        from allocation a join staff t on t.id = a.staff_id join service s on s.id = a.service_id
        where a.person_id = ${personId} and a.to_day is null) as workers,
      (select json_build_object('phone', c.phone, 'safe_to_ring', c.safe_to_ring, 'safe_to_ring_note', c.safe_to_ring_note, 'address', c.address,
          'town', c.town, 'postcode', c.postcode, 'recorded_at', c.recorded_at)
        from contact_details c where c.person_id = ${personId} order by c.recorded_at desc, c.id desc limit 1) as reaching,
      (select json_build_object('id', h.id, 'kind', h.kind, 'state', h.state, 'destination', h.destination, 'sent', o.sent_at, 'to_service', s.name, 'to_phone', s.phone)
        from handover h
          left join lateral (select o.sent_at, o.to_service_id from handover_offer o where o.handover_id = h.id order by o.sent_at desc, o.id desc limit 1) o on true
          left join service s on s.id = o.to_service_id
        where h.person_id = ${personId} and h.state <> 'closed' order by h.opened_on desc, h.id desc limit 1) as handover,
      (select json_build_object('day', c.day, 'starts_at', c.starts_at, 'place', c.place, 'service', s.name)
        from contact c join service s on s.id = c.service_id
        where c.person_id = ${personId} and c.outcome = 'planned' and c.purpose = 'appointment' and c.day >= ${tx.today}::date
        order by c.day, c.starts_at, c.id limit 1) as appointment,
      (select p.want from recovery_plan p where p.person_id = ${personId} order by p.recorded_at desc, p.id desc limit 1) as want`.execute(
    tx.db,
  )
  return found.rows[0] ?? nothing
}
