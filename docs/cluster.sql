-- Written by src/store/cluster-docs.test.ts. Database and cluster are called `ringtrace` here.

CREATE TABLE IF NOT EXISTS `ringtrace`.sightings_local ON CLUSTER `ringtrace` (
  number UInt64,
  evidence UUID,
  seen_at DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
  channel LowCardinality(String),
  source LowCardinality(String),
  role LowCardinality(String),
  vehicle LowCardinality(String),
  hidden Bool,
  message String CODEC(ZSTD(1)),
  brand LowCardinality(String),
  template String CODEC(ZSTD(1)),
  attachment String CODEC(ZSTD(1)),
  sender_domain String,
  reply_to String,
  service LowCardinality(String),
  industry LowCardinality(String),
  country LowCardinality(String),
  scenario LowCardinality(String),
  sim_kind LowCardinality(String),
  ip String,
  device String,
  account String,
  ingested_at DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
  INDEX by_ingested_at ingested_at TYPE minmax GRANULARITY 4,
  INDEX by_message message TYPE bloom_filter(0.01) GRANULARITY 4
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/{database}/sightings', '{replica}', ingested_at)
ORDER BY (number, evidence);

CREATE TABLE IF NOT EXISTS `ringtrace`.sightings ON CLUSTER `ringtrace` AS `ringtrace`.sightings_local
ENGINE = Distributed(`ringtrace`, `ringtrace`, sightings_local, cityHash64(number));

CREATE TABLE IF NOT EXISTS `ringtrace`.traced_members_local ON CLUSTER `ringtrace` (
  tracing UInt64,
  number UInt64,
  ring String,
  numbers UInt64
)
ENGINE = ReplicatedMergeTree('/clickhouse/tables/{shard}/{database}/traced_members', '{replica}')
PARTITION BY tracing
ORDER BY (number, ring);

CREATE TABLE IF NOT EXISTS `ringtrace`.traced_members ON CLUSTER `ringtrace` AS `ringtrace`.traced_members_local
ENGINE = Distributed(`ringtrace`, `ringtrace`, traced_members_local, cityHash64(number));

CREATE TABLE IF NOT EXISTS `ringtrace`.traced_rings_local ON CLUSTER `ringtrace` (
  tracing UInt64,
  ring String,
  numbers UInt64,
  document String CODEC(ZSTD(1))
)
ENGINE = ReplicatedMergeTree('/clickhouse/tables/{shard}/{database}/traced_rings', '{replica}')
PARTITION BY tracing
ORDER BY ring;

CREATE TABLE IF NOT EXISTS `ringtrace`.traced_rings ON CLUSTER `ringtrace` AS `ringtrace`.traced_rings_local
ENGINE = Distributed(`ringtrace`, `ringtrace`, traced_rings_local, cityHash64(ring));

CREATE TABLE IF NOT EXISTS `ringtrace`.tracings_local ON CLUSTER `ringtrace` (
  tracing UInt64
)
ENGINE = ReplicatedMergeTree('/clickhouse/tables/{shard}/{database}/tracings', '{replica}')
ORDER BY tracing;

CREATE TABLE IF NOT EXISTS `ringtrace`.tracings ON CLUSTER `ringtrace` AS `ringtrace`.tracings_local
ENGINE = Distributed(`ringtrace`, `ringtrace`, tracings_local, cityHash64(tracing));

CREATE VIEW IF NOT EXISTS `ringtrace`.ring_members ON CLUSTER `ringtrace` AS
SELECT number, ring, numbers FROM `ringtrace`.traced_members WHERE tracing = (SELECT max(tracing) FROM `ringtrace`.tracings);

CREATE VIEW IF NOT EXISTS `ringtrace`.rings ON CLUSTER `ringtrace` AS
SELECT ring, numbers, document FROM `ringtrace`.traced_rings WHERE tracing = (SELECT max(tracing) FROM `ringtrace`.tracings);

CREATE OR REPLACE VIEW `ringtrace`.schema_version ON CLUSTER `ringtrace` AS SELECT 1 AS version;

ALTER TABLE `ringtrace`.sightings_local ON CLUSTER `ringtrace` ADD COLUMN IF NOT EXISTS subject String CODEC(ZSTD(1)), ADD COLUMN IF NOT EXISTS sketch String CODEC(ZSTD(1)), ADD COLUMN IF NOT EXISTS picture String CODEC(ZSTD(1)), ADD COLUMN IF NOT EXISTS pdf_kit LowCardinality(String);

ALTER TABLE `ringtrace`.sightings ON CLUSTER `ringtrace` ADD COLUMN IF NOT EXISTS subject String CODEC(ZSTD(1)), ADD COLUMN IF NOT EXISTS sketch String CODEC(ZSTD(1)), ADD COLUMN IF NOT EXISTS picture String CODEC(ZSTD(1)), ADD COLUMN IF NOT EXISTS pdf_kit LowCardinality(String);

CREATE OR REPLACE VIEW `ringtrace`.schema_version ON CLUSTER `ringtrace` AS SELECT 2 AS version;

ALTER TABLE `ringtrace`.traced_members_local ON CLUSTER `ringtrace` ADD COLUMN IF NOT EXISTS step UInt64 DEFAULT 0;

ALTER TABLE `ringtrace`.traced_members ON CLUSTER `ringtrace` ADD COLUMN IF NOT EXISTS step UInt64 DEFAULT 0;

ALTER TABLE `ringtrace`.traced_rings_local ON CLUSTER `ringtrace` ADD COLUMN IF NOT EXISTS step UInt64 DEFAULT 0;

ALTER TABLE `ringtrace`.traced_rings ON CLUSTER `ringtrace` ADD COLUMN IF NOT EXISTS step UInt64 DEFAULT 0;

ALTER TABLE `ringtrace`.tracings_local ON CLUSTER `ringtrace` ADD COLUMN IF NOT EXISTS step UInt64 DEFAULT 0;

ALTER TABLE `ringtrace`.tracings ON CLUSTER `ringtrace` ADD COLUMN IF NOT EXISTS step UInt64 DEFAULT 0;

CREATE TABLE IF NOT EXISTS `ringtrace`.traced_events_local ON CLUSTER `ringtrace` (
  tracing UInt64,
  step UInt64,
  ring String,
  at DateTime64(3, 'UTC'),
  kind LowCardinality(String),
  numbers UInt64,
  others String
)
ENGINE = ReplicatedMergeTree('/clickhouse/tables/{shard}/{database}/traced_events', '{replica}')
ORDER BY (ring, at);

CREATE TABLE IF NOT EXISTS `ringtrace`.traced_events ON CLUSTER `ringtrace` AS `ringtrace`.traced_events_local
ENGINE = Distributed(`ringtrace`, `ringtrace`, traced_events_local, cityHash64(ring));

CREATE OR REPLACE VIEW `ringtrace`.ring_members ON CLUSTER `ringtrace` AS
SELECT number, tupleElement(last_row, 2) AS ring, tupleElement(last_row, 1) AS numbers FROM (
  SELECT number, argMax((numbers, ring), step) AS last_row
  FROM `ringtrace`.traced_members WHERE tracing = tupleElement((SELECT max((tracing, step)) FROM `ringtrace`.tracings), 1) AND step <= tupleElement((SELECT max((tracing, step)) FROM `ringtrace`.tracings), 2)
  GROUP BY number
) WHERE tupleElement(last_row, 1) > 0;

CREATE OR REPLACE VIEW `ringtrace`.rings ON CLUSTER `ringtrace` AS
SELECT ring, tupleElement(last_row, 1) AS numbers, tupleElement(last_row, 2) AS document FROM (
  SELECT ring, argMax((numbers, document), step) AS last_row
  FROM `ringtrace`.traced_rings WHERE tracing = tupleElement((SELECT max((tracing, step)) FROM `ringtrace`.tracings), 1) AND step <= tupleElement((SELECT max((tracing, step)) FROM `ringtrace`.tracings), 2)
  GROUP BY ring
) WHERE tupleElement(last_row, 1) > 0;

CREATE OR REPLACE VIEW `ringtrace`.ring_events ON CLUSTER `ringtrace` AS
SELECT ring, at, kind, numbers, others FROM `ringtrace`.traced_events
WHERE (tracing, step) IN (SELECT tracing, step FROM `ringtrace`.tracings);

CREATE OR REPLACE VIEW `ringtrace`.schema_version ON CLUSTER `ringtrace` AS SELECT 3 AS version;

ALTER TABLE `ringtrace`.tracings_local ON CLUSTER `ringtrace` ADD COLUMN IF NOT EXISTS traced_through String DEFAULT '';

ALTER TABLE `ringtrace`.tracings ON CLUSTER `ringtrace` ADD COLUMN IF NOT EXISTS traced_through String DEFAULT '';

CREATE OR REPLACE VIEW `ringtrace`.schema_version ON CLUSTER `ringtrace` AS SELECT 4 AS version;

TRUNCATE TABLE `ringtrace`.tracings_local ON CLUSTER `ringtrace`;

ALTER TABLE `ringtrace`.traced_rings_local ON CLUSTER `ringtrace` ADD COLUMN IF NOT EXISTS last_seen DateTime64(3, 'UTC');

ALTER TABLE `ringtrace`.traced_rings ON CLUSTER `ringtrace` ADD COLUMN IF NOT EXISTS last_seen DateTime64(3, 'UTC');

CREATE OR REPLACE VIEW `ringtrace`.rings ON CLUSTER `ringtrace` AS
SELECT ring, numbers, last_seen, document FROM `ringtrace`.traced_rings
WHERE tracing = tupleElement((SELECT max((tracing, step)) FROM `ringtrace`.tracings), 1) AND step <= tupleElement((SELECT max((tracing, step)) FROM `ringtrace`.tracings), 2) AND numbers > 0 AND (ring, step) IN (
  SELECT ring, max(step) FROM `ringtrace`.traced_rings WHERE tracing = tupleElement((SELECT max((tracing, step)) FROM `ringtrace`.tracings), 1) AND step <= tupleElement((SELECT max((tracing, step)) FROM `ringtrace`.tracings), 2) GROUP BY ring
);

CREATE OR REPLACE VIEW `ringtrace`.schema_version ON CLUSTER `ringtrace` AS SELECT 5 AS version;
