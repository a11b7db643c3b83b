/** The tables that Athena sees: nobody adds partitions, they follow from the date. */
import { CfnDatabase, CfnTable } from 'aws-cdk-lib/aws-glue';
import { Construct } from 'constructs';
import type { Names } from '../names.ts';
import { PREFIX } from './analytics-store.ts';
import { API_LOGS } from './api-log.ts';
import { columnOf, RECORD_FIELDS } from './traffic-log.ts';

export interface CatalogueProps {
  names: Names;
  account: string;
}

/** What the last of the statements that clean makes. */
const VISIT_COLUMNS = ['tenant_id', 'project_id', 'title', 'visitor', 'country', 'referrer', 'term'];
const PARQUET = {
  inputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
  outputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
  serdeInfo: { serializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe' },
};
/** The first year that there can be lines of. */
const FIRST_YEAR = 2026;

export class Catalogue extends Construct {
  readonly databaseName: string;

  constructor(scope: Construct, id: string, { names, account: catalogId }: CatalogueProps) {
    super(scope, id);
    // Glue takes no hyphens that SQL would not want quoted.
    this.databaseName = names.prefix.replaceAll('-', '_');
    const database = new CfnDatabase(this, 'Database', {
      catalogId,
      databaseInput: { name: this.databaseName, description: 'What was asked of the site, and who looked' },
    });
    const bucket = `s3://${names.analyticsBucket}`;
    const table = (
      name: string,
      description: string,
      location: string,
      columns: readonly string[],
      partitions: readonly string[],
      projection: Record<string, string>,
    ): void => {
      const made = new CfnTable(this, name, {
        catalogId,
        databaseName: this.databaseName,
        tableInput: {
          name,
          description,
          tableType: 'EXTERNAL_TABLE',
          parameters: {
            EXTERNAL: 'TRUE',
            classification: 'parquet',
            'projection.enabled': 'true',
            ...projection,
          },
          partitionKeys: partitions.map((key) => ({ name: key, type: 'string' })),
          storageDescriptor: {
            ...PARQUET,
            location,
            columns: columns.map((column) => ({ name: column, type: 'string' })),
          },
        },
      });
      made.addResourceDependency(database);
    };
    table(
      'visits',
      'Views of people, without what tells who they are',
      `${bucket}/${PREFIX.visits}`,
      VISIT_COLUMNS,
      ['day'],
      {
        'projection.day.type': 'date',
        'projection.day.format': 'yyyy-MM-dd',
        'projection.day.range': `${FIRST_YEAR}-01-01,NOW`,
        'storage.location.template': `${bucket}/${PREFIX.visits}day=\${day}/`,
      },
    );
    const hourly = (name: string, description: string, prefix: string, columns: readonly string[]): void =>
      table(name, description, `${bucket}/${prefix}`, columns, ['hour'], {
        'projection.hour.type': 'date',
        'projection.hour.format': 'yyyy/MM/dd/HH',
        'projection.hour.interval': '1',
        'projection.hour.interval.unit': 'HOURS',
        'projection.hour.range': 'NOW-30DAYS,NOW',
        'storage.location.template': `${bucket}/${prefix}\${hour}/`,
      });
    hourly('access', "CloudFront's log", PREFIX.logs, RECORD_FIELDS.map(columnOf));
    for (const { table: name, says, prefix, fields } of Object.values(API_LOGS))
      hourly(
        name,
        says,
        prefix,
        fields.map((field) => field.toLowerCase()),
      );
  }
}
