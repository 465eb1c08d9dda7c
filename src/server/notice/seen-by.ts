/**
 * May person `p` open case `c`? The same answer as `maySee`, for a question about many people at once, and from the
 * person's row as it is now. A test holds the two to each other.
 */
export const SEEN_BY_PERSON = `(
  p.disabled_at is null and satu_within(c.negeri, p.areas)
  and (cardinality(p.services) = 0 or c.service = any(p.services))
  and case p.role
    when 'NEGERI_OFFICER' then true
    when 'CITIZEN' then c.owner_id = p.id::text
    when 'OPERATOR' then c.submitted when 'VERIFIER' then c.submitted
    when 'SUPERVISOR' then c.submitted when 'HEAD' then c.submitted
    else false end)`

/** An alarm of a place that is no longer this person's: the message says nothing else. Digests of cases are cut to size. */
export const DIGEST_SEEN_BY_PERSON = `(
  digest.content->'alarm' is null or satu_within(digest.content->'alarm'->>'place', p.areas))`
