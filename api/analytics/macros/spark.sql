-- What the statements of ../clean and ../figures call, in Spark's words. Each dialect defines the same macros.

-- A member of a JSON text, as text; NULL where it is not there.
CREATE MACRO json_text(line, path) AS get_json_object(line, path);

-- Whether a pattern occurs.
CREATE MACRO matching(value, pattern) AS regexp_like(value, pattern);

-- The first group of a pattern; '' where it does not occur.
CREATE MACRO extracted(value, pattern) AS coalesce(regexp_extract(value, pattern, 1), '');

-- Percent signs that begin no code stand for themselves, and so does a plus.
CREATE MACRO repaired(value) AS replace(replace(replace(regexp_replace(replace(value, char(1), ''), '%([0-9A-Fa-f]{2})', concat(char(1), '$1')), '%', '%25'), char(1), '%'), '+', '%2B');

-- A text without its percent encoding; as it is where that is not UTF-8.
CREATE MACRO decoded(value) AS CASE WHEN position('%' IN value) = 0 THEN value ELSE genuine(url_decode(repaired(value)), value) END;

-- The first value, unless it is missing or holds characters that could not be read: U+FFFD, here by its UTF-8 bytes.
CREATE MACRO genuine(value, otherwise) AS CASE WHEN value IS NULL OR position(decode(unhex('EFBFBD'), 'UTF-8') IN value) > 0 THEN otherwise ELSE value END;

-- Spaces and control characters become one space, none at the ends.
CREATE MACRO squeezed(value) AS trim(regexp_replace(value, '[\\x00-\\x20]+', ' '));

-- SHA-256 in hexadecimal, lower case.
CREATE MACRO digest(value) AS sha2(value, 256);

-- Whether a browser's name is that of a program that nobody sits at.
CREATE MACRO is_bot(agent) AS matching(lower(agent), '{{bots}}');
