set search_path = throughcare, public;

-- Two rows of a spreadsheet that give two times of one day are two movements: what was told with a time is known by it from here on,
-- so that a file that was taken before is still known when it comes again.
set local role throughcare_intake;
update feed_message set fingerprint = fingerprint || '|' || split_part(telling, '|', 2)
where source = 'spreadsheet' and split_part(telling, '|', 3) = 'true';
set local role throughcare_owner;
