// Generated from schema.graphql.

export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string };
  String: { input: string; output: string };
  Boolean: { input: boolean; output: boolean };
  Int: { input: number; output: number };
  Float: { input: number; output: number };
  AWSDateTime: { input: string; output: string };
  AWSURL: { input: string; output: string };
};

/** How a draft stands to its public form. */
export type PublicationState =
  /** Not public. */
  | 'DRAFT'
  /** Public, as it stands. */
  | 'PUBLISHED'
  /** Public, and the draft has changed since. */
  | 'CHANGED';

/** Who finds a published thing. */
export type Visibility =
  /** Shown in lists, on the home page and in search. */
  | 'LISTED'
  /** Reachable by its address only. */
  | 'UNLISTED';

/** Whether a part goes out when its project is published. */
export type Audience =
  /** Published with the project. */
  | 'PUBLIC'
  /** Never published. */
  | 'PRIVATE';

/** What a member may do for a tenant. */
export type Role =
  /** Everything, including members, tokens and deletion. */
  | 'OWNER'
  /** Read, write and publish. */
  | 'EDITOR'
  /** Read, drafts included. */
  | 'VIEWER';

/** What a personal access token may do. */
export type Scope =
  /** Read what its owner can read. */
  | 'READ'
  /** Create, change, publish and delete what its owner can. */
  | 'WRITE';

/** Whether a portfolio is of a person or of a group. */
export type TenantKind =
  /** A single artist. */
  | 'PERSON'
  /** A group, a company, an institution or a collection. */
  | 'ORGANISATION';

/** How far an uploaded file is. */
export type AssetStatus =
  /** Declared; the bytes have not arrived. */
  | 'AWAITING_UPLOAD'
  /** Uploaded; variants are being made. */
  | 'PROCESSING'
  /** Ready to be shown. */
  | 'READY'
  /** Refused; `problem` says why. */
  | 'FAILED';

/** Order of a list of projects. */
export type ProjectOrder =
  /** Last changed first. */
  | 'CHANGED_DESC'
  /** Longest unchanged first. */
  | 'CHANGED_ASC'
  /** Newest first. */
  | 'CREATED_DESC'
  /** Oldest first. */
  | 'CREATED_ASC'
  /** By title, A to Z. */
  | 'TITLE_ASC'
  /** By title, Z to A. */
  | 'TITLE_DESC';

/** Order of a process log. */
export type LogOrder =
  /** Latest first. */
  | 'OCCURRED_DESC'
  /** Earliest first. */
  | 'OCCURRED_ASC';

/** Order of a list of inspirations or pages. */
export type ListOrder =
  /** Last changed first. */
  | 'CHANGED_DESC'
  /** Longest unchanged first. */
  | 'CHANGED_ASC'
  /** Newest first. */
  | 'CREATED_DESC'
  /** Oldest first. */
  | 'CREATED_ASC';

/** What happened to an entity. */
export type ChangeType =
  /** It is new. */
  | 'CREATED'
  /** A person changed it. */
  | 'UPDATED'
  /** It is gone. */
  | 'DELETED'
  /** Its public form was written. */
  | 'PUBLISHED'
  /** Its public form was taken down. */
  | 'UNPUBLISHED'
  /** A machine finished work on it. */
  | 'PROCESSED';

/** A fact that has no field of its own. */
export type Fact = {
  /** Machine name, for example `accession`. */
  key: Scalars['String']['output'];
  /** What a reader sees before the value. */
  label: Scalars['String']['output'];
  /** The value, as given. */
  value: Scalars['String']['output'];
};

/** A fact that has no field of its own. */
export type FactInput = {
  /** Machine name, for example `accession`. */
  key: Scalars['String']['input'];
  /** What a reader sees before the value. */
  label: Scalars['String']['input'];
  /** The value, as given. */
  value: Scalars['String']['input'];
};

/** An address elsewhere. */
export type Link = {
  /** What a reader sees. */
  label: Scalars['String']['output'];
  /** Where it leads. */
  url: Scalars['AWSURL']['output'];
};

/** An address elsewhere. */
export type LinkInput = {
  /** What a reader sees. */
  label: Scalars['String']['input'];
  /** Where it leads: http, https or mailto. */
  url: Scalars['AWSURL']['input'];
};

/** A maker or helper other than the owner. */
export type Credit = {
  /** Name as it should be shown. */
  name: Scalars['String']['output'];
  /** What the person did, for example `printer`. */
  role: Maybe<Scalars['String']['output']>;
  /** Handle of their own portfolio here, if they have one. */
  handle: Maybe<Scalars['String']['output']>;
};

/** A maker or helper other than the owner. */
export type CreditInput = {
  /** Name as it should be shown. */
  name: Scalars['String']['input'];
  /** What the person did, for example `printer`. */
  role?: InputMaybe<Scalars['String']['input']>;
  /** Handle of their own portfolio here, if they have one. */
  handle?: InputMaybe<Scalars['String']['input']>;
};

/** A point on an image, as fractions of its width and height from the top left. */
export type FocalPoint = {
  /** From the left edge, 0 to 1. */
  x: Scalars['Float']['output'];
  /** From the top edge, 0 to 1. */
  y: Scalars['Float']['output'];
};

/** A point on an image, as fractions of its width and height from the top left. */
export type FocalPointInput = {
  /** From the left edge, 0 to 1. */
  x: Scalars['Float']['input'];
  /** From the top edge, 0 to 1. */
  y: Scalars['Float']['input'];
};

/** One stored size of an image. */
export type ImageVariant = {
  /** Where to read it. Of a draft: signed, for 15 minutes. Of a published work: public and cacheable. */
  url: Scalars['String']['output'];
  /** Width in pixels. */
  width: Scalars['Int']['output'];
  /** Height in pixels. */
  height: Scalars['Int']['output'];
  /** Media type, for example `image/webp`. */
  contentType: Scalars['String']['output'];
};

/** A picture as lists and covers show it. */
export type Cover = {
  /** The asset it was made from. */
  assetId: Scalars['ID']['output'];
  /** Width of the original in pixels. */
  width: Scalars['Int']['output'];
  /** Height of the original in pixels. */
  height: Scalars['Int']['output'];
  /** ThumbHash of the image in base64, to draw while it loads. */
  thumbhash: Maybe<Scalars['String']['output']>;
  /** Description for those who do not see it. */
  altText: Maybe<Scalars['String']['output']>;
  /** What must stay visible when it is cropped. */
  focalPoint: Maybe<FocalPoint>;
  /** Colours of the image as `#rrggbb`, the most frequent first. */
  palette: Maybe<Array<Scalars['String']['output']>>;
  /** Sizes, smallest first. Empty where the list is of drafts: read them from the asset. */
  variants: Array<ImageVariant>;
};

/** The person who is signed in. */
export type Me = {
  /** The person's immutable id. */
  uid: Scalars['ID']['output'];
  /** Groups of the person, for example `operators`. */
  groups: Array<Scalars['String']['output']>;
  /** What the credential in use may do; null for a signed-in person. */
  scopes: Maybe<Array<Scope>>;
  /** Tenants that the person may act for. Their own comes first, once it has a profile. */
  memberships: MembershipPage;
};

/** The person who is signed in. */
export type MeMembershipsArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  cursor?: InputMaybe<Scalars['String']['input']>;
};

/** A tenant that a person may act for. */
export type Membership = {
  /** The tenant; send it as the header `X-Tenant` to act for it. */
  tenantId: Scalars['ID']['output'];
  /** What the person may do there. */
  role: Role;
};

/** A page of memberships. */
export type MembershipPage = {
  /** This page's entries, in the order asked for. */
  items: Array<Membership>;
  /** Pass as `cursor` for the page after; null when there is none. */
  next: Maybe<Scalars['String']['output']>;
};

/** A tenant in a list of operators. */
export type TenantCard = {
  /** The tenant's id. */
  id: Scalars['ID']['output'];
  /** Handle in the address of the portfolio. */
  handle: Scalars['String']['output'];
  /** Name. */
  name: Scalars['String']['output'];
  /** When it was created. */
  createdAt: Scalars['AWSDateTime']['output'];
};

/** A page of tenants. */
export type TenantPage = {
  /** This page's entries, in the order asked for. */
  items: Array<TenantCard>;
  /** Pass as `cursor` for the page after; null when there is none. */
  next: Maybe<Scalars['String']['output']>;
};

/** Who a tenant is: the draft behind the front page of its portfolio. */
export type Profile = {
  /** The tenant's id; a personal tenant has its person's `uid`. */
  id: Scalars['ID']['output'];
  /** Handle in the address of the portfolio: `/@<handle>/`. */
  handle: Scalars['String']['output'];
  /** Name as it should be shown. */
  name: Scalars['String']['output'];
  /** Person or organisation. */
  kind: TenantKind;
  /** Name as filed, for example `Merian, Maria Sibylla`. */
  sortName: Maybe<Scalars['String']['output']>;
  /** Other names. */
  altNames: Maybe<Array<Scalars['String']['output']>>;
  /** Dates of life or activity as written, for example `1647–1717`. */
  dateText: Maybe<Scalars['String']['output']>;
  /** Year of birth or foundation; negative years are BC. */
  birthYear: Maybe<Scalars['Int']['output']>;
  /** Year of death or closure; negative years are BC. */
  deathYear: Maybe<Scalars['Int']['output']>;
  /** Place of birth or foundation. */
  birthPlace: Maybe<Scalars['String']['output']>;
  /** Place of death or closure. */
  deathPlace: Maybe<Scalars['String']['output']>;
  /** Nationality or seat. */
  nationality: Maybe<Scalars['String']['output']>;
  /** A short biography in plain text; lists and link previews show its beginning. */
  summary: Maybe<Scalars['String']['output']>;
  /** Artist statement or biography in CommonMark with GitHub tables. HTML in it is sanitised when published. */
  statement: Maybe<Scalars['String']['output']>;
  /** Licence of the profile text. */
  licence: Maybe<Scalars['String']['output']>;
  /** Facts without a field of their own, in order. */
  facts: Maybe<Array<Fact>>;
  /** Addresses elsewhere. */
  links: Maybe<Array<Link>>;
  /** Whether the portfolio is listed. */
  visibility: Visibility;
  /** Where the record came from, as the importer named it. */
  externalRef: Maybe<Scalars['String']['output']>;
  /** Whether it is public, and whether the public form is behind the draft. */
  state: PublicationState;
  /** The version that is public; null when none is. */
  publishedVersion: Maybe<Scalars['Int']['output']>;
  /** When it was last published; null when it is not public. */
  publishedAt: Maybe<Scalars['AWSDateTime']['output']>;
  /** Counts the edits made by people; pass it as `expectedVersion` when you change this. */
  version: Scalars['Int']['output'];
  /** When it was created. */
  createdAt: Scalars['AWSDateTime']['output'];
  /** When a person last changed it. */
  updatedAt: Scalars['AWSDateTime']['output'];
  /** `uid` of the person who last changed it. */
  updatedBy: Maybe<Scalars['ID']['output']>;
};

/** What a new tenant begins with. Null means the same as leaving a field out. */
export type CreateTenantInput = {
  /** Handle in the address of the portfolio: lower-case letters, digits and single hyphens. Handles are never given out again. */
  handle: Scalars['String']['input'];
  /** Name as it should be shown. */
  name: Scalars['String']['input'];
  /** Person or organisation. */
  kind?: InputMaybe<TenantKind>;
  /** Name as filed, for example `Merian, Maria Sibylla`. */
  sortName?: InputMaybe<Scalars['String']['input']>;
  /** Other names. */
  altNames?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Dates of life or activity as written, for example `1647–1717`. */
  dateText?: InputMaybe<Scalars['String']['input']>;
  /** Year of birth or foundation; negative years are BC. */
  birthYear?: InputMaybe<Scalars['Int']['input']>;
  /** Year of death or closure; negative years are BC. */
  deathYear?: InputMaybe<Scalars['Int']['input']>;
  /** Place of birth or foundation. */
  birthPlace?: InputMaybe<Scalars['String']['input']>;
  /** Place of death or closure. */
  deathPlace?: InputMaybe<Scalars['String']['input']>;
  /** Nationality or seat. */
  nationality?: InputMaybe<Scalars['String']['input']>;
  /** A short biography in plain text; lists and link previews show its beginning. */
  summary?: InputMaybe<Scalars['String']['input']>;
  /** Artist statement or biography in CommonMark with GitHub tables. HTML in it is sanitised when published. */
  statement?: InputMaybe<Scalars['String']['input']>;
  /** Licence of the profile text. */
  licence?: InputMaybe<Scalars['String']['input']>;
  /** Facts without a field of their own, in order. Keys may repeat. */
  facts?: InputMaybe<Array<FactInput>>;
  /** Addresses elsewhere. */
  links?: InputMaybe<Array<LinkInput>>;
  /** Whether the portfolio is listed once it is published. */
  visibility?: InputMaybe<Visibility>;
  /** Your own reference for the record. A second create with the same one answers `ExternalRefTaken` and the id that it has. */
  externalRef?: InputMaybe<Scalars['String']['input']>;
};

/** Changes to a profile: a field left out stays, null clears it; what is never empty refuses null. */
export type UpdateProfileInput = {
  /** A new handle; the old one keeps redirecting and is never given out again. */
  handle?: InputMaybe<Scalars['String']['input']>;
  /** Name as it should be shown. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Person or organisation. */
  kind?: InputMaybe<TenantKind>;
  /** Name as filed, for example `Merian, Maria Sibylla`. */
  sortName?: InputMaybe<Scalars['String']['input']>;
  /** Other names. */
  altNames?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Dates of life or activity as written, for example `1647–1717`. */
  dateText?: InputMaybe<Scalars['String']['input']>;
  /** Year of birth or foundation; negative years are BC. */
  birthYear?: InputMaybe<Scalars['Int']['input']>;
  /** Year of death or closure; negative years are BC. */
  deathYear?: InputMaybe<Scalars['Int']['input']>;
  /** Place of birth or foundation. */
  birthPlace?: InputMaybe<Scalars['String']['input']>;
  /** Place of death or closure. */
  deathPlace?: InputMaybe<Scalars['String']['input']>;
  /** Nationality or seat. */
  nationality?: InputMaybe<Scalars['String']['input']>;
  /** A short biography in plain text; lists and link previews show its beginning. */
  summary?: InputMaybe<Scalars['String']['input']>;
  /** Artist statement or biography in CommonMark with GitHub tables. HTML in it is sanitised when published. */
  statement?: InputMaybe<Scalars['String']['input']>;
  /** Licence of the profile text. */
  licence?: InputMaybe<Scalars['String']['input']>;
  /** Facts without a field of their own, in order. Keys may repeat. */
  facts?: InputMaybe<Array<FactInput>>;
  /** Addresses elsewhere. */
  links?: InputMaybe<Array<LinkInput>>;
  /** Whether the portfolio is listed. */
  visibility?: InputMaybe<Visibility>;
};

/** A person who may act for a tenant. */
export type Member = {
  /** The person. */
  uid: Scalars['ID']['output'];
  /** What the person may do. */
  role: Role;
  /** Name that the tenant gave the person, for its own lists. */
  label: Maybe<Scalars['String']['output']>;
  /** Counts the edits made by people; pass it as `expectedVersion` when you change this. */
  version: Scalars['Int']['output'];
  /** When it was created. */
  createdAt: Scalars['AWSDateTime']['output'];
  /** When a person last changed it. */
  updatedAt: Scalars['AWSDateTime']['output'];
  /** `uid` of the person who last changed it. */
  updatedBy: Maybe<Scalars['ID']['output']>;
};

/** A page of members. */
export type MemberPage = {
  /** This page's entries, in the order asked for. */
  items: Array<Member>;
  /** Pass as `cursor` for the page after; null when there is none. */
  next: Maybe<Scalars['String']['output']>;
};

/** A person to let act for a tenant. Null means the same as leaving a field out. */
export type AddMemberInput = {
  /** The person's `uid`; they find it at `me`. */
  uid: Scalars['ID']['input'];
  /** What the person may do. */
  role: Role;
  /** Name for the tenant's own lists. */
  label?: InputMaybe<Scalars['String']['input']>;
};

/** Changes to a member: a field left out stays, null clears it; what is never empty refuses null. */
export type UpdateMemberInput = {
  /** What the person may do. */
  role?: InputMaybe<Role>;
  /** Name for the tenant's own lists. */
  label?: InputMaybe<Scalars['String']['input']>;
};

/** A creative project or a single work, with its process log and assets: the draft. */
export type Project = {
  /** The project's id, a ULID. */
  id: Scalars['ID']['output'];
  /** The tenant it belongs to. */
  tenantId: Scalars['ID']['output'];
  /** Name in the address: `/@<handle>/<slug>/`. */
  slug: Scalars['String']['output'];
  /** Title; `Untitled` when none was given. */
  title: Scalars['String']['output'];
  /** Title in another language, as the maker or the museum gives it. */
  foreignTitle: Maybe<Scalars['String']['output']>;
  /** BCP 47 tag of the language of the title, for example `ja` or `fr`. */
  language: Maybe<Scalars['String']['output']>;
  /** Series, album or group that the work belongs to. */
  series: Maybe<Scalars['String']['output']>;
  /** Date as its maker writes it, for example `c. 1843–5`. */
  dateText: Maybe<Scalars['String']['output']>;
  /** First year of making; negative years are BC. */
  yearStart: Maybe<Scalars['Int']['output']>;
  /** Last year of making; negative years are BC. Kept as given, even before `yearStart`. */
  yearEnd: Maybe<Scalars['Int']['output']>;
  /** Materials and technique, for example `oil on canvas`. */
  medium: Maybe<Scalars['String']['output']>;
  /** Kind of work, for example `painting` or `performance`. */
  classification: Maybe<Scalars['String']['output']>;
  /** Size as written on the label. */
  dimensions: Maybe<Scalars['String']['output']>;
  /** What is written on the work. */
  inscription: Maybe<Scalars['String']['output']>;
  /** Plain text about the work. Line breaks are kept; nothing is interpreted. */
  description: Maybe<Scalars['String']['output']>;
  /** Longer text in CommonMark with GitHub tables. HTML in it is sanitised when published. */
  body: Maybe<Scalars['String']['output']>;
  /** History of ownership. */
  provenance: Maybe<Scalars['String']['output']>;
  /** Credit line of the holder, for example `Gift of the artist, 1998`. */
  creditLine: Maybe<Scalars['String']['output']>;
  /** Culture of origin. */
  culture: Maybe<Scalars['String']['output']>;
  /** Period of origin. */
  period: Maybe<Scalars['String']['output']>;
  /** Places tied to the work. */
  places: Maybe<Array<Scalars['String']['output']>>;
  /** Subjects and keywords. */
  tags: Maybe<Array<Scalars['String']['output']>>;
  /** Licence or rights statement for the record and its images. */
  licence: Maybe<Scalars['String']['output']>;
  /** Makers and helpers other than the owner, in order. */
  credits: Maybe<Array<Credit>>;
  /** Facts without a field of their own, in order. */
  facts: Maybe<Array<Fact>>;
  /** Addresses elsewhere. */
  links: Maybe<Array<Link>>;
  /** The asset that stands for the project in lists. */
  coverAssetId: Maybe<Scalars['ID']['output']>;
  /** Inspirations that the project credits. */
  inspirationIds: Maybe<Array<Scalars['ID']['output']>>;
  /** Whether the project is listed once it is published. */
  visibility: Visibility;
  /** Where the record came from, as the importer named it. */
  externalRef: Maybe<Scalars['String']['output']>;
  /** Whether it is public, and whether the public form is behind the draft. */
  state: PublicationState;
  /** The version that is public; null when none is. */
  publishedVersion: Maybe<Scalars['Int']['output']>;
  /** When it was last published; null when it is not public. */
  publishedAt: Maybe<Scalars['AWSDateTime']['output']>;
  /** Counts the edits made by people; pass it as `expectedVersion` when you change this. */
  version: Scalars['Int']['output'];
  /** When it was created. */
  createdAt: Scalars['AWSDateTime']['output'];
  /** When a person last changed it. */
  updatedAt: Scalars['AWSDateTime']['output'];
  /** `uid` of the person who last changed it. */
  updatedBy: Maybe<Scalars['ID']['output']>;
  /** The process log. The first page of a project of ordinary size costs no read of its own. */
  logs: LogEntryPage;
  /** Pictures and files, in their own order. */
  assets: AssetPage;
};

/** A creative project or a single work, with its process log and assets: the draft. */
export type ProjectLogsArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  cursor?: InputMaybe<Scalars['String']['input']>;
  order?: InputMaybe<LogOrder>;
};

/** A creative project or a single work, with its process log and assets: the draft. */
export type ProjectAssetsArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  cursor?: InputMaybe<Scalars['String']['input']>;
};

/** A project as a list shows it. */
export type ProjectCard = {
  /** The project's id, a ULID. */
  id: Scalars['ID']['output'];
  /** The tenant it belongs to. */
  tenantId: Scalars['ID']['output'];
  /** Name in the address. */
  slug: Scalars['String']['output'];
  /** Title. */
  title: Scalars['String']['output'];
  /** Date as its maker writes it. */
  dateText: Maybe<Scalars['String']['output']>;
  /** Materials and technique. */
  medium: Maybe<Scalars['String']['output']>;
  /** The asset that stands for the project. */
  coverAssetId: Maybe<Scalars['ID']['output']>;
  /** Whether the project is listed once it is published. */
  visibility: Visibility;
  /** Whether it is public, and whether the public form is behind the draft. */
  state: PublicationState;
  /** The version that is public; null when none is. */
  publishedVersion: Maybe<Scalars['Int']['output']>;
  /** When it was last published; null when it is not public. */
  publishedAt: Maybe<Scalars['AWSDateTime']['output']>;
  /** Counts the edits made by people. */
  version: Scalars['Int']['output'];
  /** When it was created. */
  createdAt: Scalars['AWSDateTime']['output'];
  /** When a person last changed it. */
  updatedAt: Scalars['AWSDateTime']['output'];
};

/** A page of projects. */
export type ProjectPage = {
  /** This page's entries, in the order asked for. */
  items: Array<ProjectCard>;
  /** Pass as `cursor` for the page after; null when there is none. */
  next: Maybe<Scalars['String']['output']>;
};

/** What a new project begins with. Null means the same as leaving a field out. */
export type CreateProjectInput = {
  /** Title; `Untitled` when left out or empty. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** Name in the address; made from the title when left out. */
  slug?: InputMaybe<Scalars['String']['input']>;
  /** Title in another language, as the maker or the museum gives it. */
  foreignTitle?: InputMaybe<Scalars['String']['input']>;
  /** BCP 47 tag of the language of the title, for example `ja` or `fr`. */
  language?: InputMaybe<Scalars['String']['input']>;
  /** Series, album or group that the work belongs to. */
  series?: InputMaybe<Scalars['String']['input']>;
  /** Date as its maker writes it, for example `c. 1843–5`. */
  dateText?: InputMaybe<Scalars['String']['input']>;
  /** First year of making; negative years are BC. */
  yearStart?: InputMaybe<Scalars['Int']['input']>;
  /** Last year of making; negative years are BC. Kept as given, even before `yearStart`. */
  yearEnd?: InputMaybe<Scalars['Int']['input']>;
  /** Materials and technique, for example `oil on canvas`. */
  medium?: InputMaybe<Scalars['String']['input']>;
  /** Kind of work, for example `painting` or `performance`. */
  classification?: InputMaybe<Scalars['String']['input']>;
  /** Size as written on the label. */
  dimensions?: InputMaybe<Scalars['String']['input']>;
  /** What is written on the work. */
  inscription?: InputMaybe<Scalars['String']['input']>;
  /** Plain text about the work. Line breaks are kept; nothing is interpreted. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Longer text in CommonMark with GitHub tables. HTML in it is sanitised when published. */
  body?: InputMaybe<Scalars['String']['input']>;
  /** History of ownership. */
  provenance?: InputMaybe<Scalars['String']['input']>;
  /** Credit line of the holder, for example `Gift of the artist, 1998`. */
  creditLine?: InputMaybe<Scalars['String']['input']>;
  /** Culture of origin. */
  culture?: InputMaybe<Scalars['String']['input']>;
  /** Period of origin. */
  period?: InputMaybe<Scalars['String']['input']>;
  /** Places tied to the work. */
  places?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Subjects and keywords. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Licence or rights statement for the record and its images. */
  licence?: InputMaybe<Scalars['String']['input']>;
  /** Makers and helpers other than the owner, in order. */
  credits?: InputMaybe<Array<CreditInput>>;
  /** Facts without a field of their own, in order. Keys may repeat. */
  facts?: InputMaybe<Array<FactInput>>;
  /** Addresses elsewhere. */
  links?: InputMaybe<Array<LinkInput>>;
  /** The asset of the project that stands for it in lists; a new project has none yet. */
  coverAssetId?: InputMaybe<Scalars['ID']['input']>;
  /** Inspirations of the tenant that the project credits; public ones are published with it. */
  inspirationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Whether the project is listed once it is published. */
  visibility?: InputMaybe<Visibility>;
  /** Your own reference for the record. A second create with the same one answers `ExternalRefTaken` and the id that it has. */
  externalRef?: InputMaybe<Scalars['String']['input']>;
};

/** Changes to a project: a field left out stays, null clears it; what is never empty refuses null. */
export type UpdateProjectInput = {
  /** Title; null or an empty one becomes `Untitled`. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** A new name in the address; the old one keeps redirecting once the change is published. */
  slug?: InputMaybe<Scalars['String']['input']>;
  /** Title in another language, as the maker or the museum gives it. */
  foreignTitle?: InputMaybe<Scalars['String']['input']>;
  /** BCP 47 tag of the language of the title, for example `ja` or `fr`. */
  language?: InputMaybe<Scalars['String']['input']>;
  /** Series, album or group that the work belongs to. */
  series?: InputMaybe<Scalars['String']['input']>;
  /** Date as its maker writes it, for example `c. 1843–5`. */
  dateText?: InputMaybe<Scalars['String']['input']>;
  /** First year of making; negative years are BC. */
  yearStart?: InputMaybe<Scalars['Int']['input']>;
  /** Last year of making; negative years are BC. Kept as given, even before `yearStart`. */
  yearEnd?: InputMaybe<Scalars['Int']['input']>;
  /** Materials and technique, for example `oil on canvas`. */
  medium?: InputMaybe<Scalars['String']['input']>;
  /** Kind of work, for example `painting` or `performance`. */
  classification?: InputMaybe<Scalars['String']['input']>;
  /** Size as written on the label. */
  dimensions?: InputMaybe<Scalars['String']['input']>;
  /** What is written on the work. */
  inscription?: InputMaybe<Scalars['String']['input']>;
  /** Plain text about the work. Line breaks are kept; nothing is interpreted. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Longer text in CommonMark with GitHub tables. HTML in it is sanitised when published. */
  body?: InputMaybe<Scalars['String']['input']>;
  /** History of ownership. */
  provenance?: InputMaybe<Scalars['String']['input']>;
  /** Credit line of the holder, for example `Gift of the artist, 1998`. */
  creditLine?: InputMaybe<Scalars['String']['input']>;
  /** Culture of origin. */
  culture?: InputMaybe<Scalars['String']['input']>;
  /** Period of origin. */
  period?: InputMaybe<Scalars['String']['input']>;
  /** Places tied to the work. */
  places?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Subjects and keywords. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Licence or rights statement for the record and its images. */
  licence?: InputMaybe<Scalars['String']['input']>;
  /** Makers and helpers other than the owner, in order. */
  credits?: InputMaybe<Array<CreditInput>>;
  /** Facts without a field of their own, in order. Keys may repeat. */
  facts?: InputMaybe<Array<FactInput>>;
  /** Addresses elsewhere. */
  links?: InputMaybe<Array<LinkInput>>;
  /** The asset of the project that stands for it in lists; a new project has none yet. */
  coverAssetId?: InputMaybe<Scalars['ID']['input']>;
  /** Inspirations of the tenant that the project credits; public ones are published with it. */
  inspirationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Whether the project is listed once it is published. */
  visibility?: InputMaybe<Visibility>;
};

/** An entry of the process log: what was done, seen or thought. */
export type LogEntry = {
  /** The entry's id, a ULID. */
  id: Scalars['ID']['output'];
  /** The project it belongs to. */
  projectId: Scalars['ID']['output'];
  /** Heading. */
  title: Maybe<Scalars['String']['output']>;
  /** Text in CommonMark with GitHub tables. HTML in it is sanitised when published. */
  body: Scalars['String']['output'];
  /** When it happened, which may be long before it was written down. */
  occurredAt: Scalars['AWSDateTime']['output'];
  /** Assets of the project that belong beside the words. */
  assetIds: Maybe<Array<Scalars['ID']['output']>>;
  /** Keywords. */
  tags: Maybe<Array<Scalars['String']['output']>>;
  /** BCP 47 tag of the language of the text. */
  language: Maybe<Scalars['String']['output']>;
  /** Whether it is published with the project. */
  audience: Audience;
  /** Where the record came from, as the importer named it. */
  externalRef: Maybe<Scalars['String']['output']>;
  /** Counts the edits made by people; pass it as `expectedVersion` when you change this. */
  version: Scalars['Int']['output'];
  /** When it was created. */
  createdAt: Scalars['AWSDateTime']['output'];
  /** When a person last changed it. */
  updatedAt: Scalars['AWSDateTime']['output'];
  /** `uid` of the person who last changed it. */
  updatedBy: Maybe<Scalars['ID']['output']>;
};

/** A page of a process log. */
export type LogEntryPage = {
  /** This page's entries, in the order asked for. */
  items: Array<LogEntry>;
  /** Pass as `cursor` for the page after; null when there is none. */
  next: Maybe<Scalars['String']['output']>;
};

/** What a new log entry begins with. Null means the same as leaving a field out. */
export type CreateLogEntryInput = {
  /** Heading. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** Text in CommonMark with GitHub tables. HTML in it is sanitised when published. */
  body: Scalars['String']['input'];
  /** When it happened; now when left out. */
  occurredAt?: InputMaybe<Scalars['AWSDateTime']['input']>;
  /** Assets of the project that belong beside the words. */
  assetIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Keywords. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** BCP 47 tag of the language of the text. */
  language?: InputMaybe<Scalars['String']['input']>;
  /** Whether it is published with the project. */
  audience?: InputMaybe<Audience>;
  /** Your own reference for the record. A second create with the same one answers `ExternalRefTaken` and the id that it has. */
  externalRef?: InputMaybe<Scalars['String']['input']>;
};

/** Changes to a log entry: a field left out stays, null clears it; what is never empty refuses null. */
export type UpdateLogEntryInput = {
  /** Heading. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** Text in CommonMark with GitHub tables. HTML in it is sanitised when published. */
  body?: InputMaybe<Scalars['String']['input']>;
  /** When it happened. */
  occurredAt?: InputMaybe<Scalars['AWSDateTime']['input']>;
  /** Assets of the project that belong beside the words. */
  assetIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Keywords. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** BCP 47 tag of the language of the text. */
  language?: InputMaybe<Scalars['String']['input']>;
  /** Whether it is published with the project. */
  audience?: InputMaybe<Audience>;
};

/** A picture or file of a project. */
export type Asset = {
  /** The asset's id, a ULID. */
  id: Scalars['ID']['output'];
  /** The project it belongs to. */
  projectId: Scalars['ID']['output'];
  /** Name of the file as uploaded. */
  fileName: Maybe<Scalars['String']['output']>;
  /** Media type as declared and checked. */
  contentType: Scalars['String']['output'];
  /** Size in bytes. */
  size: Scalars['Int']['output'];
  /** SHA-256 of the bytes, in base64. */
  sha256: Scalars['String']['output'];
  /** Place among the project's assets: a fractional index, compared as text. */
  position: Scalars['String']['output'];
  /** Description for those who do not see it. */
  altText: Maybe<Scalars['String']['output']>;
  /** Words under the picture. */
  caption: Maybe<Scalars['String']['output']>;
  /** Who made or owns the picture, and its licence. */
  credit: Maybe<Scalars['String']['output']>;
  /** What must stay visible when it is cropped. */
  focalPoint: Maybe<FocalPoint>;
  /** Whether it is published with the project. */
  audience: Audience;
  /** How far it is. */
  status: AssetStatus;
  /** Why it was refused; null unless `status` is `FAILED`. */
  problem: Maybe<Scalars['String']['output']>;
  /** Width of the upright image in pixels; null until it is `READY`, and for files that are no images. */
  width: Maybe<Scalars['Int']['output']>;
  /** Height of the upright image in pixels; null until it is `READY`, and for files that are no images. */
  height: Maybe<Scalars['Int']['output']>;
  /** ThumbHash of the image in base64, to draw while it loads. */
  thumbhash: Maybe<Scalars['String']['output']>;
  /** Colours of the image as `#rrggbb`, the most frequent first. */
  palette: Maybe<Array<Scalars['String']['output']>>;
  /** Sizes of the image, smallest first, with signed addresses. Empty until it is `READY`. */
  variants: Array<ImageVariant>;
  /** Where the record came from, as the importer named it. */
  externalRef: Maybe<Scalars['String']['output']>;
  /** Counts what machines wrote: `version` does not. */
  revision: Scalars['Int']['output'];
  /** Counts the edits made by people; pass it as `expectedVersion` when you change this. */
  version: Scalars['Int']['output'];
  /** When it was created. */
  createdAt: Scalars['AWSDateTime']['output'];
  /** When a person last changed it. */
  updatedAt: Scalars['AWSDateTime']['output'];
  /** `uid` of the person who last changed it. */
  updatedBy: Maybe<Scalars['ID']['output']>;
};

/** A page of assets. */
export type AssetPage = {
  /** This page's entries, in the order asked for. */
  items: Array<Asset>;
  /** Pass as `cursor` for the page after; null when there is none. */
  next: Maybe<Scalars['String']['output']>;
};

/** A file to be uploaded: what it is, before a byte is sent. Null means the same as leaving a field out. */
export type CreateAssetInput = {
  /** Name of the file, without control characters and marks that change the direction of text. */
  fileName?: InputMaybe<Scalars['String']['input']>;
  /** Media type; checked again from the bytes. */
  contentType: Scalars['String']['input'];
  /** Size in bytes, at most 50 MB. */
  size: Scalars['Int']['input'];
  /** SHA-256 of the bytes, in base64. */
  sha256: Scalars['String']['input'];
  /** Place among the project's assets: a fractional index, compared as text; its id when left out, so by creation. */
  position?: InputMaybe<Scalars['String']['input']>;
  /** Description for those who do not see it. */
  altText?: InputMaybe<Scalars['String']['input']>;
  /** Words under the picture. */
  caption?: InputMaybe<Scalars['String']['input']>;
  /** Who made or owns the picture, and its licence. */
  credit?: InputMaybe<Scalars['String']['input']>;
  /** What must stay visible when it is cropped. */
  focalPoint?: InputMaybe<FocalPointInput>;
  /** Whether it is published with the project. */
  audience?: InputMaybe<Audience>;
  /** Your own reference for the record. A second create with the same one answers `ExternalRefTaken` and the id that it has. */
  externalRef?: InputMaybe<Scalars['String']['input']>;
};

/** Changes to an asset: a field left out stays, null clears it; what is never empty refuses null. */
export type UpdateAssetInput = {
  /** Place among the project's assets: a fractional index, compared as text; null gives it its id again. */
  position?: InputMaybe<Scalars['String']['input']>;
  /** Description for those who do not see it. */
  altText?: InputMaybe<Scalars['String']['input']>;
  /** Words under the picture. */
  caption?: InputMaybe<Scalars['String']['input']>;
  /** Who made or owns the picture, and its licence. */
  credit?: InputMaybe<Scalars['String']['input']>;
  /** What must stay visible when it is cropped. */
  focalPoint?: InputMaybe<FocalPointInput>;
  /** Whether it is published with the project. */
  audience?: InputMaybe<Audience>;
};

/** A header to send with an upload. */
export type UploadHeader = {
  /** Name. */
  name: Scalars['String']['output'];
  /** Value. */
  value: Scalars['String']['output'];
};

/** A signed request that uploads one file. It fixes length, type and checksum: anything else is refused. */
export type Upload = {
  /** Where to send the bytes. */
  url: Scalars['String']['output'];
  /** HTTP method: `PUT`. */
  method: Scalars['String']['output'];
  /** Headers that must be sent as they are. */
  headers: Array<UploadHeader>;
  /** When the address stops working. */
  expiresAt: Scalars['AWSDateTime']['output'];
};

/** A declared asset and how to upload its bytes. Call `completeUpload` when they are sent. */
export type CreatedAsset = {
  /** The asset. */
  asset: Asset;
  /** How to upload it. */
  upload: Upload;
};

/** Something that a tenant keeps because it inspires. */
export type Inspiration = {
  /** The inspiration's id, a ULID. */
  id: Scalars['ID']['output'];
  /** What it is called. */
  title: Scalars['String']['output'];
  /** Who made it. */
  creator: Maybe<Scalars['String']['output']>;
  /** Where it was found. */
  sourceUrl: Maybe<Scalars['AWSURL']['output']>;
  /** Why it matters, in plain text. */
  note: Maybe<Scalars['String']['output']>;
  /** Keywords. */
  tags: Maybe<Array<Scalars['String']['output']>>;
  /** Licence or rights statement, where it is known. */
  licence: Maybe<Scalars['String']['output']>;
  /** Facts without a field of their own, in order. */
  facts: Maybe<Array<Fact>>;
  /** Whether it is published with the projects that credit it. */
  audience: Audience;
  /** Where the record came from, as the importer named it. */
  externalRef: Maybe<Scalars['String']['output']>;
  /** Counts the edits made by people; pass it as `expectedVersion` when you change this. */
  version: Scalars['Int']['output'];
  /** When it was created. */
  createdAt: Scalars['AWSDateTime']['output'];
  /** When a person last changed it. */
  updatedAt: Scalars['AWSDateTime']['output'];
  /** `uid` of the person who last changed it. */
  updatedBy: Maybe<Scalars['ID']['output']>;
};

/** A page of inspirations. */
export type InspirationPage = {
  /** This page's entries, in the order asked for. */
  items: Array<Inspiration>;
  /** Pass as `cursor` for the page after; null when there is none. */
  next: Maybe<Scalars['String']['output']>;
};

/** What a new inspiration begins with. Null means the same as leaving a field out. */
export type CreateInspirationInput = {
  /** What it is called. */
  title: Scalars['String']['input'];
  /** Who made it. */
  creator?: InputMaybe<Scalars['String']['input']>;
  /** Where it was found: http or https. */
  sourceUrl?: InputMaybe<Scalars['AWSURL']['input']>;
  /** Why it matters, in plain text. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** Keywords. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Licence or rights statement, where it is known. */
  licence?: InputMaybe<Scalars['String']['input']>;
  /** Facts without a field of their own, in order. Keys may repeat. */
  facts?: InputMaybe<Array<FactInput>>;
  /** Whether it is published with the projects that credit it. */
  audience?: InputMaybe<Audience>;
  /** Your own reference for the record. A second create with the same one answers `ExternalRefTaken` and the id that it has. */
  externalRef?: InputMaybe<Scalars['String']['input']>;
};

/** Changes to an inspiration: a field left out stays, null clears it; what is never empty refuses null. */
export type UpdateInspirationInput = {
  /** What it is called. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** Who made it. */
  creator?: InputMaybe<Scalars['String']['input']>;
  /** Where it was found: http or https. */
  sourceUrl?: InputMaybe<Scalars['AWSURL']['input']>;
  /** Why it matters, in plain text. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** Keywords. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Licence or rights statement, where it is known. */
  licence?: InputMaybe<Scalars['String']['input']>;
  /** Facts without a field of their own, in order. Keys may repeat. */
  facts?: InputMaybe<Array<FactInput>>;
  /** Whether it is published with the projects that credit it. */
  audience?: InputMaybe<Audience>;
};

/** A page of a tenant's own: an exhibition text, a colophon, a guide. */
export type Page = {
  /** The page's id, a ULID. */
  id: Scalars['ID']['output'];
  /** Address below `/@<handle>/pages/`, for example `guides/first-steps`. */
  path: Scalars['String']['output'];
  /** Title. */
  title: Scalars['String']['output'];
  /** One or two plain sentences for lists and link previews. */
  summary: Maybe<Scalars['String']['output']>;
  /** Text in CommonMark with GitHub tables. HTML in it is sanitised when published. */
  body: Scalars['String']['output'];
  /** BCP 47 tag of the language of the text. */
  language: Maybe<Scalars['String']['output']>;
  /** Place in the list of pages: smaller first, then by path. */
  sortOrder: Maybe<Scalars['Int']['output']>;
  /** Whether the page is listed once it is published. */
  visibility: Visibility;
  /** Where the record came from, as the importer named it. */
  externalRef: Maybe<Scalars['String']['output']>;
  /** Whether it is public, and whether the public form is behind the draft. */
  state: PublicationState;
  /** The version that is public; null when none is. */
  publishedVersion: Maybe<Scalars['Int']['output']>;
  /** When it was last published; null when it is not public. */
  publishedAt: Maybe<Scalars['AWSDateTime']['output']>;
  /** Counts the edits made by people; pass it as `expectedVersion` when you change this. */
  version: Scalars['Int']['output'];
  /** When it was created. */
  createdAt: Scalars['AWSDateTime']['output'];
  /** When a person last changed it. */
  updatedAt: Scalars['AWSDateTime']['output'];
  /** `uid` of the person who last changed it. */
  updatedBy: Maybe<Scalars['ID']['output']>;
};

/** A page as a list shows it. */
export type PageCard = {
  /** The page's id, a ULID. */
  id: Scalars['ID']['output'];
  /** Address below `/@<handle>/pages/`. */
  path: Scalars['String']['output'];
  /** Title. */
  title: Scalars['String']['output'];
  /** Whether the page is listed once it is published. */
  visibility: Visibility;
  /** Whether it is public, and whether the public form is behind the draft. */
  state: PublicationState;
  /** The version that is public; null when none is. */
  publishedVersion: Maybe<Scalars['Int']['output']>;
  /** When it was last published; null when it is not public. */
  publishedAt: Maybe<Scalars['AWSDateTime']['output']>;
  /** Counts the edits made by people. */
  version: Scalars['Int']['output'];
  /** When it was created. */
  createdAt: Scalars['AWSDateTime']['output'];
  /** When a person last changed it. */
  updatedAt: Scalars['AWSDateTime']['output'];
};

/** A page of pages. */
export type PagePage = {
  /** This page's entries, in the order asked for. */
  items: Array<PageCard>;
  /** Pass as `cursor` for the page after; null when there is none. */
  next: Maybe<Scalars['String']['output']>;
};

/** What a new page begins with. Null means the same as leaving a field out. */
export type CreatePageInput = {
  /** Address below `/@<handle>/pages/`: names of lower-case letters, digits and single hyphens, joined by `/`. */
  path: Scalars['String']['input'];
  /** Title. */
  title: Scalars['String']['input'];
  /** One or two plain sentences for lists and link previews. */
  summary?: InputMaybe<Scalars['String']['input']>;
  /** Text in CommonMark with GitHub tables. HTML in it is sanitised when published. */
  body: Scalars['String']['input'];
  /** BCP 47 tag of the language of the text. */
  language?: InputMaybe<Scalars['String']['input']>;
  /** Place in the list of pages: smaller first, then by path. */
  sortOrder?: InputMaybe<Scalars['Int']['input']>;
  /** Whether the page is listed once it is published. */
  visibility?: InputMaybe<Visibility>;
  /** Your own reference for the record. A second create with the same one answers `ExternalRefTaken` and the id that it has. */
  externalRef?: InputMaybe<Scalars['String']['input']>;
};

/** Changes to a page: a field left out stays, null clears it; what is never empty refuses null. */
export type UpdatePageInput = {
  /** Address below `/@<handle>/pages/`: names of lower-case letters, digits and single hyphens, joined by `/`. */
  path?: InputMaybe<Scalars['String']['input']>;
  /** Title. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** One or two plain sentences for lists and link previews. */
  summary?: InputMaybe<Scalars['String']['input']>;
  /** Text in CommonMark with GitHub tables. HTML in it is sanitised when published. */
  body?: InputMaybe<Scalars['String']['input']>;
  /** BCP 47 tag of the language of the text. */
  language?: InputMaybe<Scalars['String']['input']>;
  /** Place in the list of pages: smaller first, then by path. */
  sortOrder?: InputMaybe<Scalars['Int']['input']>;
  /** Whether the page is listed once it is published. */
  visibility?: InputMaybe<Visibility>;
};

/** A personal access token, without its secret. */
export type Token = {
  /** The token's id, a ULID. */
  id: Scalars['ID']['output'];
  /** What it is for. */
  name: Scalars['String']['output'];
  /** What it may do. */
  scopes: Array<Scope>;
  /** When it stops working; null when it does not expire by itself. */
  expiresAt: Maybe<Scalars['AWSDateTime']['output']>;
  /** When it was created. */
  createdAt: Scalars['AWSDateTime']['output'];
};

/** A page of tokens. */
export type TokenPage = {
  /** This page's entries, in the order asked for. */
  items: Array<Token>;
  /** Pass as `cursor` for the page after; null when there is none. */
  next: Maybe<Scalars['String']['output']>;
};

/** What a new token may do. Null means the same as leaving a field out. */
export type CreateTokenInput = {
  /** What it is for. */
  name: Scalars['String']['input'];
  /** What it may do; naming a scope twice is naming it once. */
  scopes: Array<Scope>;
  /** When it stops working; left out, it does not expire by itself. */
  expiresAt?: InputMaybe<Scalars['AWSDateTime']['input']>;
};

/** A new token with its secret, which is shown this once. */
export type CreatedToken = {
  /** The token. */
  token: Token;
  /** The secret, `art_...`: send it as `Authorization: Bearer art_...` to REST and as `Authorization: art_...` to GraphQL. */
  secret: Scalars['String']['output'];
};

/** A published portfolio as a list shows it. */
export type PortfolioCard = {
  /** Handle in the address: `/@<handle>/`. */
  handle: Scalars['String']['output'];
  /** Name. */
  name: Scalars['String']['output'];
  /** Person or organisation. */
  kind: TenantKind;
  /** Dates of life or activity as written. */
  dateText: Maybe<Scalars['String']['output']>;
  /** One or two plain sentences. */
  summary: Maybe<Scalars['String']['output']>;
  /** When it was last published. */
  publishedAt: Scalars['AWSDateTime']['output'];
};

/** A page of portfolios. */
export type PortfolioPage = {
  /** This page's entries, in the order asked for. */
  items: Array<PortfolioCard>;
  /** Pass as `cursor` for the page after; null when there is none. */
  next: Maybe<Scalars['String']['output']>;
};

/** A published portfolio. */
export type Portfolio = {
  /** Handle in the address: `/@<handle>/`. Asked for by an old handle, the portfolio answers with its present one. */
  handle: Scalars['String']['output'];
  /** Name. */
  name: Scalars['String']['output'];
  /** Person or organisation. */
  kind: TenantKind;
  /** Name as filed, for example `Merian, Maria Sibylla`. */
  sortName: Maybe<Scalars['String']['output']>;
  /** Other names. */
  altNames: Maybe<Array<Scalars['String']['output']>>;
  /** Dates of life or activity as written, for example `1647–1717`. */
  dateText: Maybe<Scalars['String']['output']>;
  /** Year of birth or foundation; negative years are BC. */
  birthYear: Maybe<Scalars['Int']['output']>;
  /** Year of death or closure; negative years are BC. */
  deathYear: Maybe<Scalars['Int']['output']>;
  /** Place of birth or foundation. */
  birthPlace: Maybe<Scalars['String']['output']>;
  /** Place of death or closure. */
  deathPlace: Maybe<Scalars['String']['output']>;
  /** Nationality or seat. */
  nationality: Maybe<Scalars['String']['output']>;
  /** A short biography in plain text; lists and link previews show its beginning. */
  summary: Maybe<Scalars['String']['output']>;
  /** Artist statement or biography in CommonMark with GitHub tables. HTML in it is sanitised when published. */
  statement: Maybe<Scalars['String']['output']>;
  /** Licence of the profile text. */
  licence: Maybe<Scalars['String']['output']>;
  /** The statement as sanitised HTML. */
  statementHtml: Maybe<Scalars['String']['output']>;
  /** Facts without a field of their own, in order. */
  facts: Maybe<Array<Fact>>;
  /** Addresses elsewhere. */
  links: Maybe<Array<Link>>;
  /** Whether the portfolio is listed. */
  visibility: Visibility;
  /** Version of the profile that is public. */
  version: Scalars['Int']['output'];
  /** When it was last published. */
  publishedAt: Scalars['AWSDateTime']['output'];
  /** Published works, listed ones only, the latest date of making first. */
  projects: PublicProjectPage;
  /** Published pages, listed ones only. */
  pages: PublicPagePage;
};

/** A published portfolio. */
export type PortfolioProjectsArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  cursor?: InputMaybe<Scalars['String']['input']>;
};

/** A published portfolio. */
export type PortfolioPagesArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  cursor?: InputMaybe<Scalars['String']['input']>;
};

/** A published work as a list shows it. */
export type PublicProjectCard = {
  /** The project's id. */
  id: Scalars['ID']['output'];
  /** Handle of the portfolio it is in. */
  handle: Scalars['String']['output'];
  /** Name of the portfolio's owner. */
  artist: Scalars['String']['output'];
  /** Name in the address: `/@<handle>/<slug>/`. */
  slug: Scalars['String']['output'];
  /** Title. */
  title: Scalars['String']['output'];
  /** BCP 47 tag of the language of the title. */
  language: Maybe<Scalars['String']['output']>;
  /** Date as its maker writes it. */
  dateText: Maybe<Scalars['String']['output']>;
  /** First year of making. */
  yearStart: Maybe<Scalars['Int']['output']>;
  /** Materials and technique. */
  medium: Maybe<Scalars['String']['output']>;
  /** Picture for lists. */
  cover: Maybe<Cover>;
  /** When it was last published. */
  publishedAt: Scalars['AWSDateTime']['output'];
};

/** A page of published works. */
export type PublicProjectPage = {
  /** This page's entries, in the order asked for. */
  items: Array<PublicProjectCard>;
  /** Pass as `cursor` for the page after; null when there is none. */
  next: Maybe<Scalars['String']['output']>;
};

/** A published work. */
export type PublicProject = {
  /** The project's id. */
  id: Scalars['ID']['output'];
  /** Handle of the portfolio it is in. */
  handle: Scalars['String']['output'];
  /** Name of the portfolio's owner. */
  artist: Scalars['String']['output'];
  /** Name in the address: `/@<handle>/<slug>/`. Asked for by an old name, the work answers with its present one. */
  slug: Scalars['String']['output'];
  /** Title. */
  title: Scalars['String']['output'];
  /** Title in another language, as the maker or the museum gives it. */
  foreignTitle: Maybe<Scalars['String']['output']>;
  /** BCP 47 tag of the language of the title, for example `ja` or `fr`. */
  language: Maybe<Scalars['String']['output']>;
  /** Series, album or group that the work belongs to. */
  series: Maybe<Scalars['String']['output']>;
  /** Date as its maker writes it, for example `c. 1843–5`. */
  dateText: Maybe<Scalars['String']['output']>;
  /** First year of making; negative years are BC. */
  yearStart: Maybe<Scalars['Int']['output']>;
  /** Last year of making; negative years are BC. Kept as given, even before `yearStart`. */
  yearEnd: Maybe<Scalars['Int']['output']>;
  /** Materials and technique, for example `oil on canvas`. */
  medium: Maybe<Scalars['String']['output']>;
  /** Kind of work, for example `painting` or `performance`. */
  classification: Maybe<Scalars['String']['output']>;
  /** Size as written on the label. */
  dimensions: Maybe<Scalars['String']['output']>;
  /** What is written on the work. */
  inscription: Maybe<Scalars['String']['output']>;
  /** Plain text about the work. Line breaks are kept; nothing is interpreted. */
  description: Maybe<Scalars['String']['output']>;
  /** Longer text in CommonMark with GitHub tables. HTML in it is sanitised when published. */
  body: Maybe<Scalars['String']['output']>;
  /** History of ownership. */
  provenance: Maybe<Scalars['String']['output']>;
  /** Credit line of the holder, for example `Gift of the artist, 1998`. */
  creditLine: Maybe<Scalars['String']['output']>;
  /** Culture of origin. */
  culture: Maybe<Scalars['String']['output']>;
  /** Period of origin. */
  period: Maybe<Scalars['String']['output']>;
  /** Places tied to the work. */
  places: Maybe<Array<Scalars['String']['output']>>;
  /** Subjects and keywords. */
  tags: Maybe<Array<Scalars['String']['output']>>;
  /** Licence or rights statement for the record and its images. */
  licence: Maybe<Scalars['String']['output']>;
  /** The longer text as sanitised HTML. */
  bodyHtml: Maybe<Scalars['String']['output']>;
  /** Makers and helpers other than the owner, in order. */
  credits: Maybe<Array<Credit>>;
  /** Facts without a field of their own, in order. */
  facts: Maybe<Array<Fact>>;
  /** Addresses elsewhere. */
  links: Maybe<Array<Link>>;
  /** Whether the work is listed. */
  visibility: Visibility;
  /** Picture for lists. */
  cover: Maybe<Cover>;
  /** Pictures, in their own order. */
  images: Array<PublicImage>;
  /** The process log, latest first. */
  logs: Array<PublicLogEntry>;
  /** Inspirations that the work credits. */
  inspirations: Array<PublicInspiration>;
  /** What of it a machine made and no person has looked at; null when nothing is. Pictures say it of themselves. */
  machineMade: Maybe<Array<MachineMade>>;
  /** Version of the project that is public. */
  version: Scalars['Int']['output'];
  /** When it was last published. */
  publishedAt: Scalars['AWSDateTime']['output'];
};

/** A picture of a published work. */
export type PublicImage = {
  /** The asset's id. */
  assetId: Scalars['ID']['output'];
  /** Width of the original in pixels. */
  width: Scalars['Int']['output'];
  /** Height of the original in pixels. */
  height: Scalars['Int']['output'];
  /** ThumbHash of the image in base64, to draw while it loads. */
  thumbhash: Maybe<Scalars['String']['output']>;
  /** Colours of the image as `#rrggbb`, the most frequent first. */
  palette: Maybe<Array<Scalars['String']['output']>>;
  /** Description for those who do not see it. */
  altText: Maybe<Scalars['String']['output']>;
  /** Words under the picture. */
  caption: Maybe<Scalars['String']['output']>;
  /** Who made or owns the picture, and its licence. */
  credit: Maybe<Scalars['String']['output']>;
  /** What must stay visible when it is cropped. */
  focalPoint: Maybe<FocalPoint>;
  /** Sizes, smallest first. */
  variants: Array<ImageVariant>;
  /** What of it a machine made and no person has looked at; null when nothing is. */
  machineMade: Maybe<Array<MachineMade>>;
};

/** A published entry of a process log. */
export type PublicLogEntry = {
  /** The entry's id. */
  id: Scalars['ID']['output'];
  /** Heading. */
  title: Maybe<Scalars['String']['output']>;
  /** Text as written, in CommonMark. */
  body: Scalars['String']['output'];
  /** The text as sanitised HTML. */
  bodyHtml: Scalars['String']['output'];
  /** When it happened. */
  occurredAt: Scalars['AWSDateTime']['output'];
  /** Pictures beside the words, by the ids in `images`. */
  assetIds: Maybe<Array<Scalars['ID']['output']>>;
  /** Keywords. */
  tags: Maybe<Array<Scalars['String']['output']>>;
  /** BCP 47 tag of the language of the text. */
  language: Maybe<Scalars['String']['output']>;
};

/** A published inspiration. */
export type PublicInspiration = {
  /** The inspiration's id. */
  id: Scalars['ID']['output'];
  /** What it is called. */
  title: Scalars['String']['output'];
  /** Who made it. */
  creator: Maybe<Scalars['String']['output']>;
  /** Where it was found. */
  sourceUrl: Maybe<Scalars['AWSURL']['output']>;
  /** Why it matters, in plain text. */
  note: Maybe<Scalars['String']['output']>;
  /** Keywords. */
  tags: Maybe<Array<Scalars['String']['output']>>;
  /** Licence or rights statement. */
  licence: Maybe<Scalars['String']['output']>;
  /** Facts without a field of their own, in order. */
  facts: Maybe<Array<Fact>>;
  /** What of it a machine made and no person has looked at; null when nothing is. */
  machineMade: Maybe<Array<MachineMade>>;
};

/** A published page as a list shows it. */
export type PublicPageCard = {
  /** Address below `/@<handle>/pages/`. */
  path: Scalars['String']['output'];
  /** Title. */
  title: Scalars['String']['output'];
  /** One or two plain sentences. */
  summary: Maybe<Scalars['String']['output']>;
  /** Place in the list of pages. */
  sortOrder: Maybe<Scalars['Int']['output']>;
  /** When it was last published. */
  publishedAt: Scalars['AWSDateTime']['output'];
};

/** A page of published pages. */
export type PublicPagePage = {
  /** This page's entries, in the order asked for. */
  items: Array<PublicPageCard>;
  /** Pass as `cursor` for the page after; null when there is none. */
  next: Maybe<Scalars['String']['output']>;
};

/** A published page. */
export type PublicPage = {
  /** The page's id. */
  id: Scalars['ID']['output'];
  /** Handle of the portfolio it is in. */
  handle: Scalars['String']['output'];
  /** Name of the portfolio's owner. */
  artist: Scalars['String']['output'];
  /** Address below `/@<handle>/pages/`. */
  path: Scalars['String']['output'];
  /** Title. */
  title: Scalars['String']['output'];
  /** One or two plain sentences. */
  summary: Maybe<Scalars['String']['output']>;
  /** Text as written, in CommonMark. */
  body: Scalars['String']['output'];
  /** The text as sanitised HTML. */
  bodyHtml: Scalars['String']['output'];
  /** BCP 47 tag of the language of the text. */
  language: Maybe<Scalars['String']['output']>;
  /** Place in the list of pages. */
  sortOrder: Maybe<Scalars['Int']['output']>;
  /** Whether the page is listed. */
  visibility: Visibility;
  /** Version of the page that is public. */
  version: Scalars['Int']['output'];
  /** When it was last published. */
  publishedAt: Scalars['AWSDateTime']['output'];
};

/** What was deleted. */
export type Deleted = {
  /** The id of what is gone. Its children follow within moments. */
  id: Scalars['ID']['output'];
};

/** A change to a project, its log or its assets. */
export type ProjectChange = {
  /** Id of the event: the entity's id and version, joined by `#`. */
  eventId: Scalars['ID']['output'];
  /** What happened. */
  type: ChangeType;
  /** The tenant. */
  tenantId: Scalars['ID']['output'];
  /** The project. */
  projectId: Scalars['ID']['output'];
  /** What changed: the project itself, or one of its parts. */
  entity: Scalars['String']['output'];
  /** Id of what changed. */
  entityId: Scalars['ID']['output'];
  /** Its version after the change. */
  version: Scalars['Int']['output'];
  /** Names of the fields that changed. */
  changed: Array<Scalars['String']['output']>;
  /** `uid` of who did it. */
  by: Maybe<Scalars['ID']['output']>;
  /** How it was done, for example `graphql` or `rest`. */
  via: Maybe<Scalars['String']['output']>;
  /** Id of the request that did it. */
  requestId: Maybe<Scalars['String']['output']>;
  /** When. */
  at: Scalars['AWSDateTime']['output'];
  /** The project as it stands now; null when it is gone. */
  project: Maybe<ProjectCard>;
};

/** A change to anything else of a tenant: its profile, members, inspirations or pages. */
export type TenantChange = {
  /** Id of the event: the entity's id and version, joined by `#`. */
  eventId: Scalars['ID']['output'];
  /** What happened. */
  type: ChangeType;
  /** The tenant. */
  tenantId: Scalars['ID']['output'];
  /** What changed: `profile`, `member`, `inspiration` or `page`. */
  entity: Scalars['String']['output'];
  /** Id of what changed. */
  entityId: Scalars['ID']['output'];
  /** Its version after the change. */
  version: Scalars['Int']['output'];
  /** Names of the fields that changed. */
  changed: Array<Scalars['String']['output']>;
  /** `uid` of who did it. */
  by: Maybe<Scalars['ID']['output']>;
  /** How it was done. */
  via: Maybe<Scalars['String']['output']>;
  /** Id of the request that did it. */
  requestId: Maybe<Scalars['String']['output']>;
  /** When. */
  at: Scalars['AWSDateTime']['output'];
};

/** A project as an announcement carries it. */
export type ProjectCardInput = {
  /** The project's id. */
  id: Scalars['ID']['input'];
  /** The tenant it belongs to. */
  tenantId: Scalars['ID']['input'];
  /** Name in the address. */
  slug: Scalars['String']['input'];
  /** Title. */
  title: Scalars['String']['input'];
  /** Date as its maker writes it. */
  dateText?: InputMaybe<Scalars['String']['input']>;
  /** Materials and technique. */
  medium?: InputMaybe<Scalars['String']['input']>;
  /** The asset that stands for the project. */
  coverAssetId?: InputMaybe<Scalars['ID']['input']>;
  /** Whether the project is listed once it is published. */
  visibility: Visibility;
  /** How the draft stands to its public form. */
  state: PublicationState;
  /** The version that is public. */
  publishedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** When it was last published. */
  publishedAt?: InputMaybe<Scalars['AWSDateTime']['input']>;
  /** Counts the edits made by people. */
  version: Scalars['Int']['input'];
  /** When it was created. */
  createdAt: Scalars['AWSDateTime']['input'];
  /** When a person last changed it. */
  updatedAt: Scalars['AWSDateTime']['input'];
};

/** A change to announce to subscribers. */
export type ChangeInput = {
  /** Id of the event. */
  eventId: Scalars['ID']['input'];
  /** What happened. */
  type: ChangeType;
  /** The tenant. */
  tenantId: Scalars['ID']['input'];
  /** The project; left out when the change is to something else. */
  projectId?: InputMaybe<Scalars['ID']['input']>;
  /** What changed. */
  entity: Scalars['String']['input'];
  /** Id of what changed. */
  entityId: Scalars['ID']['input'];
  /** Its version after the change. */
  version: Scalars['Int']['input'];
  /** Names of the fields that changed. */
  changed: Array<Scalars['String']['input']>;
  /** `uid` of who did it. */
  by?: InputMaybe<Scalars['ID']['input']>;
  /** How it was done. */
  via?: InputMaybe<Scalars['String']['input']>;
  /** Id of the request that did it. */
  requestId?: InputMaybe<Scalars['String']['input']>;
  /** When. */
  at: Scalars['AWSDateTime']['input'];
  /** The project as it stands now. */
  project?: InputMaybe<ProjectCardInput>;
};

/** How a search looks for things. */
export type SearchMode =
  /** By words: telling fields count more, accents are folded, typing errors forgiven. */
  | 'TEXT'
  /** By meaning. */
  | 'SEMANTIC'
  /** By words and by meaning, merged. */
  | 'HYBRID'
  /** Neighbours of a work in meaning, and in look where it has a picture. */
  | 'SIMILAR'
  /** By the look of a picture. */
  | 'IMAGE';

/** What can be found in public. */
export type PublicKind =
  /** A portfolio. */
  | 'PORTFOLIO'
  /** A work. */
  | 'WORK'
  /** A page of a portfolio. */
  | 'PAGE';

/** What a tenant can find of its own. */
export type OwnKind =
  /** A project, drafts included. */
  | 'PROJECT'
  /** An entry of a process log. */
  | 'LOG_ENTRY'
  /** A picture or file: its name, alternative text, caption and credit. What is written or spoken in it is found with its project, or as an entry of its log, once its proposal is accepted. */
  | 'ASSET'
  /** An inspiration. */
  | 'INSPIRATION'
  /** A page, drafts included. */
  | 'PAGE';

/** A piece of a text around what was found in it. */
export type Highlight = {
  /** Field that it is from: `title`, `altTitles`, `people`, `tags`, `medium`, `summary`, `body` or `context`. */
  field: Scalars['String']['output'];
  /** The text in order, the words that were found apart from the rest. */
  parts: Array<HighlightPart>;
};

/** A part of a highlight. */
export type HighlightPart = {
  /** Plain text. */
  text: Scalars['String']['output'];
  /** Whether it is what was looked for. */
  match: Scalars['Boolean']['output'];
};

/** How what was found is spread over the values of one field. */
export type Facet = {
  /** `kind`, `medium`, `classification`, `tag`, `colour`, `licence`, `language` or `century`. */
  name: Scalars['String']['output'];
  /** The most frequent values first, 20 at most. */
  values: Array<FacetValue>;
};

/** One value of a facet. */
export type FacetValue = {
  /** As the filter of the same name takes it. For `century`, its number, negative BC; there is no such filter: send its years as `yearFrom` and `yearTo`, for `19` 1801 and 1900. */
  value: Scalars['String']['output'];
  /** How many have it, of the first 10,000 found. */
  count: Scalars['Int']['output'];
};

/** Something public that was found, as it stands now. */
export type SearchHit = {
  /** What it is. */
  kind: PublicKind;
  /** Id of the work or page; a portfolio's handle. */
  id: Scalars['ID']['output'];
  /** Handle of the portfolio it is in. */
  handle: Scalars['String']['output'];
  /** Name of the portfolio's owner. */
  artist: Scalars['String']['output'];
  /** Name of a work in the address. */
  slug: Maybe<Scalars['String']['output']>;
  /** Address on the site, for example `/@katsushika-hokusai/under-the-wave-off-kanagawa/`. */
  path: Scalars['String']['output'];
  /** Title, or the name of the portfolio's owner. */
  title: Scalars['String']['output'];
  /** BCP 47 tag of the language of the title. */
  language: Maybe<Scalars['String']['output']>;
  /** Date as its maker writes it. */
  dateText: Maybe<Scalars['String']['output']>;
  /** Materials and technique. */
  medium: Maybe<Scalars['String']['output']>;
  /** Picture for lists. */
  cover: Maybe<Cover>;
  /** How well it fits; larger is better. Comparable within one answer only. */
  score: Scalars['Float']['output'];
  /** Where the words were found. Empty when it was found by meaning or look alone, or has changed since. */
  highlights: Array<Highlight>;
  /** When it was last published. */
  publishedAt: Scalars['AWSDateTime']['output'];
};

/** A page of what was found in public. */
export type SearchResult = {
  /** What fits best, first. */
  items: Array<SearchHit>;
  /** Facets, when they were asked for. */
  facets: Array<Facet>;
  /** How many were found. */
  total: Scalars['Int']['output'];
  /** Whether there are more than `total`: counting stops at some point. */
  totalIsAtLeast: Scalars['Boolean']['output'];
  /** The words as they were probably meant; null when they are found as they are. */
  didYouMean: Maybe<Scalars['String']['output']>;
  /** How it was looked for: `TEXT` where another mode was asked for and could not answer. */
  mode: SearchMode;
  /** Why it was looked for otherwise than asked; null when it was not. */
  notice: Maybe<Scalars['String']['output']>;
  /** Pass as `cursor` for the page after; null when there is none. */
  next: Maybe<Scalars['String']['output']>;
};

/** Something of the tenant's own that was found, as it stands now. */
export type OwnHit = {
  /** What it is. */
  kind: OwnKind;
  /** Its id. */
  id: Scalars['ID']['output'];
  /** The project that it is a part of, or is. */
  projectId: Maybe<Scalars['ID']['output']>;
  /** Title; of what has none, its file name or the beginning of its text. */
  title: Scalars['String']['output'];
  /** How well it fits; larger is better. Comparable within one answer only. */
  score: Scalars['Float']['output'];
  /** Where the words were found. Empty when it was found by meaning or look alone. */
  highlights: Array<Highlight>;
  /** When a person changed it last. */
  updatedAt: Scalars['AWSDateTime']['output'];
};

/** A page of what a tenant found of its own. */
export type OwnSearchResult = {
  /** What fits best, first. */
  items: Array<OwnHit>;
  /** Facets, when they were asked for. */
  facets: Array<Facet>;
  /** How many were found. */
  total: Scalars['Int']['output'];
  /** Whether there are more than `total`: counting stops at some point. */
  totalIsAtLeast: Scalars['Boolean']['output'];
  /** The words as they were probably meant; null when they are found as they are. */
  didYouMean: Maybe<Scalars['String']['output']>;
  /** How it was looked for: `TEXT` where another mode was asked for and could not answer. */
  mode: SearchMode;
  /** Why it was looked for otherwise than asked; null when it was not. */
  notice: Maybe<Scalars['String']['output']>;
  /** Pass as `cursor` for the page after; null when there is none. */
  next: Maybe<Scalars['String']['output']>;
};

/** A public title or name that goes on from what was typed. */
export type Suggestion = {
  /** Title or name. */
  text: Scalars['String']['output'];
  /** What it is of. */
  kind: PublicKind;
  /** Address on the site. */
  path: Scalars['String']['output'];
};

/** Public titles and names that go on from what was typed. */
export type SuggestionList = {
  /** The best first. */
  items: Array<Suggestion>;
};

/** Whether models may read what a tenant keeps. */
export type EnrichmentMode =
  /** Nothing of the tenant is ever sent to a model. Search goes on by words. */
  | 'OFF'
  /** Models read what a person asks for, and what search by meaning needs. */
  | 'ON_REQUEST'
  /** Models read every change as well. */
  | 'AUTOMATIC';

/** Fields that values are proposed for. */
export type ProposalField =
  /** Description of a project, or what a source is about. */
  | 'SUMMARY'
  /** Subjects and keywords, from the vocabulary and beside it. */
  | 'TAGS'
  /** Materials and technique in one line. */
  | 'MEDIUM'
  /** How it was made. */
  | 'TECHNIQUE'
  /** Period of origin. */
  | 'PERIOD'
  /** Mood. */
  | 'MOOD'
  /** Named people. */
  | 'PEOPLE'
  /** Named places. */
  | 'PLACES'
  /** BCP 47 tag of the language. */
  | 'LANGUAGE'
  /** Description of a picture for those who do not see it. */
  | 'ALT_TEXT'
  /** Words under a picture. */
  | 'CAPTION'
  /** Text that can be read in a picture. */
  | 'OCR_TEXT'
  /** What a picture shows for sure. */
  | 'OBJECTS'
  /** What was said in a recording, with times. */
  | 'TRANSCRIPT'
  /** Text of an uploaded document. */
  | 'DOCUMENT_TEXT'
  /** Title of a source. */
  | 'TITLE'
  /** Who made a source. */
  | 'CREATOR'
  /** Date of a source as it states it. */
  | 'SOURCE_DATE'
  /** Name of the site of a source. */
  | 'SOURCE_SITE'
  /** Address of the main picture of a source. */
  | 'SOURCE_IMAGE'
  /** Licence that a source states. */
  | 'LICENCE';

/** How a proposal stands. */
export type ProposalState =
  /** Nobody has decided yet. */
  | 'PROPOSED'
  /** Taken over, as proposed or edited. */
  | 'ACCEPTED'
  /** Refused. */
  | 'REJECTED'
  /** Taken over once and taken back. */
  | 'REVERTED';

/** How far a run is. */
export type EnrichmentState =
  /** Waiting for its turn. */
  | 'REQUESTED'
  /** At work. */
  | 'RUNNING'
  /** Done; `problem` says what was left out, or that there was nothing to read. */
  | 'SUCCEEDED'
  /** Given up; `problem` says why. */
  | 'FAILED'
  /** Stopped by a person. */
  | 'CANCELLED';

/** What a run reads. */
export type EnrichmentSubject =
  /** A project with its log and assets. */
  | 'PROJECT'
  /** One asset. */
  | 'ASSET'
  /** An inspiration with the page that it names. */
  | 'INSPIRATION';

/** What a proposed value is for. */
export type ProposalEntity =
  /** A project. */
  | 'PROJECT'
  /** An asset. */
  | 'ASSET'
  /** An entry of the process log. */
  | 'LOG'
  /** An inspiration. */
  | 'INSPIRATION';

/** What a value was read from. */
export type ReceiptSource =
  /** A project's own texts. */
  | 'PROJECT'
  /** An entry of the process log. */
  | 'LOG'
  /** An uploaded file. */
  | 'ASSET'
  /** An inspiration's own texts. */
  | 'INSPIRATION'
  /** A page on the web. */
  | 'WEB_PAGE';

/** A tenant's choice for enrichment, and what it has used this month. */
export type EnrichmentSettings = {
  /** Whether models may read what the tenant keeps. */
  mode: EnrichmentMode;
  /** Fields whose proposals are taken over by themselves where nothing stands yet. What is published of them is marked. */
  automaticFields: Array<ProposalField>;
  /** The tenant's own words for tags; with none, the platform's vocabulary is used. */
  vocabulary: Array<Scalars['String']['output']>;
  /** Tokens that models may take in a calendar month (UTC). A run that would go over them fails before it is paid for. */
  monthlyTokens: Scalars['Int']['output'];
  /** Cost that models may make in a calendar month, in millionths of a US dollar. */
  monthlyMicroUsd: Scalars['Int']['output'];
  /** Tokens taken this month. */
  usedTokens: Scalars['Int']['output'];
  /** Cost made this month, in millionths of a US dollar. */
  usedMicroUsd: Scalars['Int']['output'];
  /** Counts the edits made by people, from 1 for the defaults; pass it as `expectedVersion` when you change this. */
  version: Scalars['Int']['output'];
  /** When a person last changed it; null while it has the defaults. */
  updatedAt: Maybe<Scalars['AWSDateTime']['output']>;
  /** `uid` of the person who last changed it. */
  updatedBy: Maybe<Scalars['ID']['output']>;
};

/** Changes to a tenant's choice: a field left out stays, null gives it its default again. */
export type EnrichmentSettingsInput = {
  /** Whether models may read what the tenant keeps; `ON_REQUEST` by default. */
  mode?: InputMaybe<EnrichmentMode>;
  /** Fields whose proposals are taken over by themselves where nothing stands yet; none by default. A field that is named twice counts once. */
  automaticFields?: InputMaybe<Array<ProposalField>>;
  /** The tenant's own words for tags, none of them blank; none by default. A word that is sent twice is kept once. */
  vocabulary?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Tokens that models may take in a calendar month; 2,000,000 by default. Before a call the most that it may take is put aside: a language model's question takes up to some ten thousand, so a limit or rest below that sends it nothing. */
  monthlyTokens?: InputMaybe<Scalars['Int']['input']>;
  /** Cost that models may make in a calendar month, in millionths of a US dollar; 5,000,000 by default. */
  monthlyMicroUsd?: InputMaybe<Scalars['Int']['input']>;
};

/** A run of enrichment. */
export type Enrichment = {
  /** The run's id, a ULID. */
  id: Scalars['ID']['output'];
  /** What it reads. */
  subject: EnrichmentSubject;
  /** The project of a project or an asset; null for inspirations. */
  projectId: Maybe<Scalars['ID']['output']>;
  /** The project, the asset or the inspiration. */
  entityId: Scalars['ID']['output'];
  /** How far it is. */
  state: EnrichmentState;
  /** Why it failed, or what was left out. */
  problem: Maybe<Scalars['String']['output']>;
  /** Proposals that it made. */
  proposals: Scalars['Int']['output'];
  /** Tokens that it took. */
  tokens: Scalars['Int']['output'];
  /** What it cost, in millionths of a US dollar. */
  microUsd: Scalars['Int']['output'];
  /** `uid` of who asked for it; null when a change did. */
  requestedBy: Maybe<Scalars['ID']['output']>;
  /** When it was asked for. */
  requestedAt: Scalars['AWSDateTime']['output'];
  /** When it began. */
  startedAt: Maybe<Scalars['AWSDateTime']['output']>;
  /** When it was over. */
  endedAt: Maybe<Scalars['AWSDateTime']['output']>;
  /** Counts what machines wrote. */
  revision: Scalars['Int']['output'];
};

/** A page of runs. */
export type EnrichmentPage = {
  /** This page's entries, latest first. */
  items: Array<Enrichment>;
  /** Pass as `cursor` for the page after; null when there is none. */
  next: Maybe<Scalars['String']['output']>;
};

/** Where a generated value comes from. It stays with the value after a person has taken it over. */
export type Receipt = {
  /** The run that made it. */
  enrichmentId: Scalars['ID']['output'];
  /** Model and its version. */
  model: Scalars['String']['output'];
  /** Version of the instructions that the model was given. */
  promptVersion: Scalars['String']['output'];
  /** What it was read from. */
  sourceEntity: ReceiptSource;
  /** Id of what it was read from. */
  sourceId: Scalars['ID']['output'];
  /** Address that it was read at; null for what the tenant holds. */
  sourceUrl: Maybe<Scalars['String']['output']>;
  /** The words that it rests on, where it was read from a text. */
  passage: Maybe<Scalars['String']['output']>;
  /** When the model answered. */
  at: Scalars['AWSDateTime']['output'];
  /** Tokens sent, of the call that gave it; a call that gave several values is counted in each. */
  inputTokens: Scalars['Int']['output'];
  /** Tokens received. */
  outputTokens: Scalars['Int']['output'];
  /** Cost of the call in millionths of a US dollar. */
  microUsd: Scalars['Int']['output'];
  /** How sure the model is, 0 to 1. */
  confidence: Scalars['Float']['output'];
};

/** A value that a model proposes for a field. */
export type Proposal = {
  /** The proposal's id; the same value proposed again by the same model has the same. */
  id: Scalars['ID']['output'];
  /** The project that it is listed with; null for inspirations. */
  projectId: Maybe<Scalars['ID']['output']>;
  /** The inspiration that it is listed with; null for projects. */
  inspirationId: Maybe<Scalars['ID']['output']>;
  /** What was read for it. */
  entity: ProposalEntity;
  /** Id of what was read for it. */
  entityId: Scalars['ID']['output'];
  /** The field. */
  field: ProposalField;
  /** One value, or several where the field is a list. */
  values: Array<Scalars['String']['output']>;
  /** How it stands. */
  state: ProposalState;
  /** What a person made of it, where it was taken over otherwise than proposed. */
  editedValues: Maybe<Array<Scalars['String']['output']>>;
  /** What accepting it changes: a list is added to, anything else is replaced; `LOG` becomes a new, private entry. */
  targetEntity: ProposalEntity;
  /** Id of what accepting it changes; null while that is still to be made. */
  targetId: Maybe<Scalars['ID']['output']>;
  /** Name of the field there; `facts` for what has no field of its own. */
  targetField: Scalars['String']['output'];
  /** Version of the target after it was accepted by a person. */
  targetVersion: Maybe<Scalars['Int']['output']>;
  /** Whether it was taken over by itself, since the tenant chose so for the field. */
  automatic: Scalars['Boolean']['output'];
  /** Where it comes from. */
  receipt: Receipt;
  /** `uid` of the person who decided. */
  decidedBy: Maybe<Scalars['ID']['output']>;
  /** When it was decided. */
  decidedAt: Maybe<Scalars['AWSDateTime']['output']>;
  /** When it was made. */
  createdAt: Scalars['AWSDateTime']['output'];
  /** Counts how often it was written, also by runs: pass it as `expectedRevision` to decide on what you read. */
  revision: Scalars['Int']['output'];
};

/** A page of proposals. */
export type ProposalPage = {
  /** This page's entries. With a `state` a page may hold fewer than asked for, even none, while `next` leads on. */
  items: Array<Proposal>;
  /** Pass as `cursor` for the page after; null when there is none. */
  next: Maybe<Scalars['String']['output']>;
};

/** How a proposal is accepted. */
export type AcceptProposalInput = {
  /** What to take over instead of the proposed values; left out, they are taken as they are. None is blank, and a value that is sent twice is taken once. */
  values?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The version of the target that you read; a newer one answers `VersionConflict` and changes nothing. Not needed where accepting makes something new. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The `revision` of the proposal that you read; where a run has written it anew since, the answer is `VersionConflict` and nothing changes. Left out, it is taken as it stands. */
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
};

/** Which accepted proposals to take back. */
export type RevertProposalsInput = {
  /** Model and its version, as receipts name it. */
  model: Scalars['String']['input'];
  /** Only those of this version of the instructions. */
  promptVersion?: InputMaybe<Scalars['String']['input']>;
  /** The `next` of the answer before, where one call was not enough. */
  cursor?: InputMaybe<Scalars['String']['input']>;
};

/** A proposal that was not taken back. */
export type LeftProposal = {
  /** The proposal. */
  id: Scalars['ID']['output'];
  /** The project that it is listed with; null for inspirations. */
  projectId: Maybe<Scalars['ID']['output']>;
  /** The inspiration that it is listed with; null for projects. */
  inspirationId: Maybe<Scalars['ID']['output']>;
  /** The field. */
  field: ProposalField;
  /** Why its value stays. */
  reason: Scalars['String']['output'];
};

/** What came of taking back. */
export type RevertedProposals = {
  /** Proposals that were taken back. */
  reverted: Scalars['Int']['output'];
  /** Proposals whose values stay, and why. */
  left: Array<LeftProposal>;
  /** Where there are more than one call takes back: pass as `cursor` to go on; null when all are done. */
  next: Maybe<Scalars['String']['output']>;
};

/** A published value that a machine made and no person has looked at, since the tenant chose so for its field. */
export type MachineMade = {
  /** Name of the field beside this, for example `altText`. */
  field: Scalars['String']['output'];
  /** Model and its version. */
  model: Scalars['String']['output'];
  /** When it was made. */
  at: Scalars['AWSDateTime']['output'];
  /** The values of a list that it made; null where the whole field is its. */
  values: Maybe<Array<Scalars['String']['output']>>;
};

/**
 * How often a tenant's public pages were looked at. A view is a page that somebody was answered with; programs that name
 * themselves are left out, and so is the same page again within 30 minutes. Days are UTC.
 */
export type Stats = {
  /** The first day asked for. */
  from: Scalars['String']['output'];
  /** The last day asked for. */
  to: Scalars['String']['output'];
  /** Views of all pages. */
  views: Scalars['Int']['output'];
  /** The visitors of each day, added up: nobody is known again on another day. */
  visitors: Scalars['Int']['output'];
  /** Days that were counted and had views, in their order. */
  days: Array<StatsDay>;
  /** Sites that led to views, the twenty with most. */
  referrers: Array<StatsCount>;
  /** Countries that views came from, as ISO 3166-1 alpha-2 codes, the twenty with most. */
  countries: Array<StatsCount>;
  /** Works that were looked at, the twenty with most views. */
  works: Array<StatsWork>;
  /** What was searched for on this site before a page was opened, the twenty with most views. */
  terms: Array<StatsCount>;
};

/** What was counted on a day. */
export type StatsDay = {
  /** The day (UTC), such as 2026-11-21. */
  day: Scalars['String']['output'];
  /** Views of all pages. */
  views: Scalars['Int']['output'];
  /** Different visitors. */
  visitors: Scalars['Int']['output'];
};

/** What was counted for a referrer, a country or a search. */
export type StatsCount = {
  /** The site's host, the country's code, or the words in lower case. */
  name: Scalars['String']['output'];
  /** Views. */
  views: Scalars['Int']['output'];
  /** The visitors of each day, added up. */
  visitors: Scalars['Int']['output'];
};

/** What was counted for a work. */
export type StatsWork = {
  /** The project. */
  projectId: Scalars['ID']['output'];
  /** Its title when it was counted last, cut after 100 characters. */
  title: Scalars['String']['output'];
  /** Views. */
  views: Scalars['Int']['output'];
  /** The visitors of each day, added up. */
  visitors: Scalars['Int']['output'];
};

/** What can be read. */
export type Query = {
  /** Who is asking. */
  me: Me;
  /** Every tenant. For operators. */
  tenants: TenantPage;
  /** The profile of the tenant acted for. */
  profile: Profile;
  /** Who may act for the tenant. */
  members: MemberPage;
  /** One member. */
  member: Member;
  /** Projects of the tenant, drafts included. */
  projects: ProjectPage;
  /** One project. */
  project: Project;
  /** The process log of a project. */
  logEntries: LogEntryPage;
  /** One entry of a process log. */
  logEntry: LogEntry;
  /** Assets of a project, in their own order. */
  assets: AssetPage;
  /** One asset. */
  asset: Asset;
  /** Inspirations of the tenant. */
  inspirations: InspirationPage;
  /** One inspiration. */
  inspiration: Inspiration;
  /** Pages of the tenant, drafts included. */
  pages: PagePage;
  /** One page. */
  page: Page;
  /** Personal access tokens of the person who asks. */
  tokens: TokenPage;
  /** One personal access token of the person who asks. */
  token: Token;
  /** Published portfolios, listed ones only, by name. */
  portfolios: PortfolioPage;
  /** Published works of everybody, listed ones only, latest published first. */
  recentProjects: PublicProjectPage;
  /** One published portfolio. */
  portfolio: Portfolio;
  /** One published work. */
  publicProject: PublicProject;
  /** One published page. */
  publicPage: PublicPage;
  /** Search what is published: portfolios, works and pages, listed ones only. */
  search: SearchResult;
  /** Search what the tenant keeps: projects, log entries, assets, inspirations and pages, drafts included. */
  searchMine: OwnSearchResult;
  /** What a search in public may go on to, as one types. */
  suggest: SuggestionList;
  /** How often the tenant's public pages were looked at, from a day to another one, at most 31 days. */
  stats: Stats;
  /** The tenant's choice for enrichment, and what it has used this month. */
  enrichmentSettings: EnrichmentSettings;
  /** Runs of enrichment, latest first. */
  enrichments: EnrichmentPage;
  /** A run of enrichment. */
  enrichment: Enrichment;
  /** Values that models propose for a project, its log and its assets. */
  proposals: ProposalPage;
  /** A proposal for a project, its log or its assets. */
  proposal: Proposal;
  /** Values that models propose for an inspiration. */
  inspirationProposals: ProposalPage;
  /** A proposal for an inspiration. */
  inspirationProposal: Proposal;
};

/** What can be read. */
export type QueryTenantsArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  cursor?: InputMaybe<Scalars['String']['input']>;
};

/** What can be read. */
export type QueryMembersArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  cursor?: InputMaybe<Scalars['String']['input']>;
};

/** What can be read. */
export type QueryMemberArgs = {
  uid: Scalars['ID']['input'];
};

/** What can be read. */
export type QueryProjectsArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  cursor?: InputMaybe<Scalars['String']['input']>;
  order?: InputMaybe<ProjectOrder>;
};

/** What can be read. */
export type QueryProjectArgs = {
  id: Scalars['ID']['input'];
};

/** What can be read. */
export type QueryLogEntriesArgs = {
  projectId: Scalars['ID']['input'];
  limit?: InputMaybe<Scalars['Int']['input']>;
  cursor?: InputMaybe<Scalars['String']['input']>;
  order?: InputMaybe<LogOrder>;
};

/** What can be read. */
export type QueryLogEntryArgs = {
  projectId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
};

/** What can be read. */
export type QueryAssetsArgs = {
  projectId: Scalars['ID']['input'];
  limit?: InputMaybe<Scalars['Int']['input']>;
  cursor?: InputMaybe<Scalars['String']['input']>;
};

/** What can be read. */
export type QueryAssetArgs = {
  projectId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
};

/** What can be read. */
export type QueryInspirationsArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  cursor?: InputMaybe<Scalars['String']['input']>;
  order?: InputMaybe<ListOrder>;
};

/** What can be read. */
export type QueryInspirationArgs = {
  id: Scalars['ID']['input'];
};

/** What can be read. */
export type QueryPagesArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  cursor?: InputMaybe<Scalars['String']['input']>;
  order?: InputMaybe<ListOrder>;
};

/** What can be read. */
export type QueryPageArgs = {
  id: Scalars['ID']['input'];
};

/** What can be read. */
export type QueryTokensArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  cursor?: InputMaybe<Scalars['String']['input']>;
};

/** What can be read. */
export type QueryTokenArgs = {
  id: Scalars['ID']['input'];
};

/** What can be read. */
export type QueryPortfoliosArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  cursor?: InputMaybe<Scalars['String']['input']>;
};

/** What can be read. */
export type QueryRecentProjectsArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  cursor?: InputMaybe<Scalars['String']['input']>;
};

/** What can be read. */
export type QueryPortfolioArgs = {
  handle: Scalars['String']['input'];
};

/** What can be read. */
export type QueryPublicProjectArgs = {
  handle: Scalars['String']['input'];
  slug: Scalars['String']['input'];
};

/** What can be read. */
export type QueryPublicPageArgs = {
  handle: Scalars['String']['input'];
  path: Scalars['String']['input'];
};

/** What can be read. */
export type QuerySearchArgs = {
  text?: InputMaybe<Scalars['String']['input']>;
  mode?: InputMaybe<SearchMode>;
  similarTo?: InputMaybe<Scalars['ID']['input']>;
  picture?: InputMaybe<Scalars['String']['input']>;
  pictureOf?: InputMaybe<Scalars['ID']['input']>;
  handle?: InputMaybe<Scalars['String']['input']>;
  kind?: InputMaybe<Array<PublicKind>>;
  medium?: InputMaybe<Array<Scalars['String']['input']>>;
  classification?: InputMaybe<Array<Scalars['String']['input']>>;
  tag?: InputMaybe<Array<Scalars['String']['input']>>;
  colour?: InputMaybe<Array<Scalars['String']['input']>>;
  licence?: InputMaybe<Array<Scalars['String']['input']>>;
  language?: InputMaybe<Array<Scalars['String']['input']>>;
  yearFrom?: InputMaybe<Scalars['Int']['input']>;
  yearTo?: InputMaybe<Scalars['Int']['input']>;
  facets?: InputMaybe<Scalars['Boolean']['input']>;
  limit?: InputMaybe<Scalars['Int']['input']>;
  cursor?: InputMaybe<Scalars['String']['input']>;
};

/** What can be read. */
export type QuerySearchMineArgs = {
  text?: InputMaybe<Scalars['String']['input']>;
  mode?: InputMaybe<SearchMode>;
  similarTo?: InputMaybe<Scalars['ID']['input']>;
  pictureOf?: InputMaybe<Scalars['ID']['input']>;
  projectId?: InputMaybe<Scalars['ID']['input']>;
  kind?: InputMaybe<Array<OwnKind>>;
  medium?: InputMaybe<Array<Scalars['String']['input']>>;
  classification?: InputMaybe<Array<Scalars['String']['input']>>;
  tag?: InputMaybe<Array<Scalars['String']['input']>>;
  colour?: InputMaybe<Array<Scalars['String']['input']>>;
  licence?: InputMaybe<Array<Scalars['String']['input']>>;
  language?: InputMaybe<Array<Scalars['String']['input']>>;
  yearFrom?: InputMaybe<Scalars['Int']['input']>;
  yearTo?: InputMaybe<Scalars['Int']['input']>;
  facets?: InputMaybe<Scalars['Boolean']['input']>;
  limit?: InputMaybe<Scalars['Int']['input']>;
  cursor?: InputMaybe<Scalars['String']['input']>;
};

/** What can be read. */
export type QuerySuggestArgs = {
  text: Scalars['String']['input'];
  limit?: InputMaybe<Scalars['Int']['input']>;
};

/** What can be read. */
export type QueryStatsArgs = {
  from: Scalars['String']['input'];
  to: Scalars['String']['input'];
};

/** What can be read. */
export type QueryEnrichmentsArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  cursor?: InputMaybe<Scalars['String']['input']>;
};

/** What can be read. */
export type QueryEnrichmentArgs = {
  id: Scalars['ID']['input'];
};

/** What can be read. */
export type QueryProposalsArgs = {
  projectId: Scalars['ID']['input'];
  state?: InputMaybe<ProposalState>;
  limit?: InputMaybe<Scalars['Int']['input']>;
  cursor?: InputMaybe<Scalars['String']['input']>;
};

/** What can be read. */
export type QueryProposalArgs = {
  projectId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
};

/** What can be read. */
export type QueryInspirationProposalsArgs = {
  inspirationId: Scalars['ID']['input'];
  state?: InputMaybe<ProposalState>;
  limit?: InputMaybe<Scalars['Int']['input']>;
  cursor?: InputMaybe<Scalars['String']['input']>;
};

/** What can be read. */
export type QueryInspirationProposalArgs = {
  inspirationId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
};

/** What can be changed. */
export type Mutation = {
  /** Create a tenant of its own and become its owner. For operators. */
  createTenant: Profile;
  /** Create the profile of your own, personal tenant. */
  createProfile: Profile;
  /** Change the profile of the tenant. */
  updateProfile: Profile;
  /** Publish the profile: the portfolio gets its front page. */
  publishProfile: Profile;
  /** Take the whole portfolio down: front page, works and pages. */
  unpublishProfile: Profile;
  /** Delete the tenant with everything in it. Only its handle stays taken. */
  deleteTenant: Deleted;
  /** Let a person act for the tenant. */
  addMember: Member;
  /** Change what a member may do. */
  updateMember: Member;
  /** Stop a person from acting for the tenant. The last owner stays. */
  removeMember: Deleted;
  /** Create a project. */
  createProject: Project;
  /** Change a project. */
  updateProject: Project;
  /** Delete a project with its log and assets; what is public is taken down. */
  deleteProject: Deleted;
  /** Publish the project as it stands. */
  publishProject: Project;
  /** Take the public form of the project down; the draft stays. */
  unpublishProject: Project;
  /** Create a log entry. */
  createLogEntry: LogEntry;
  /** Change a log entry. */
  updateLogEntry: LogEntry;
  /** Delete a log entry. */
  deleteLogEntry: Deleted;
  /** Declare an asset and get a signed upload for its bytes. */
  createAsset: CreatedAsset;
  /** Say that the bytes are sent: processing starts. Safe to repeat. */
  completeUpload: Asset;
  /** Change an asset. */
  updateAsset: Asset;
  /** Delete an asset. */
  deleteAsset: Deleted;
  /** Create an inspiration. */
  createInspiration: Inspiration;
  /** Change an inspiration. */
  updateInspiration: Inspiration;
  /** Delete an inspiration. */
  deleteInspiration: Deleted;
  /** Create a page. */
  createPage: Page;
  /** Change a page. */
  updatePage: Page;
  /** Delete a page; what is public is taken down. */
  deletePage: Deleted;
  /** Publish the page as it stands. */
  publishPage: Page;
  /** Take the public form of the page down; the draft stays. */
  unpublishPage: Page;
  /** Create a personal access token. Only a signed-in person can. */
  createToken: CreatedToken;
  /** Revoke a personal access token at once. */
  deleteToken: Deleted;
  /** Change the tenant's choice for enrichment. For owners. */
  updateEnrichmentSettings: EnrichmentSettings;
  /** Have models read a project with its assets and the public entries of its log; private ones are never read. The run goes on by itself: follow it with `enrichment`. */
  enrichProject: Enrichment;
  /** Have models read an asset. */
  enrichAsset: Enrichment;
  /** Have models read an inspiration and the page that it names. */
  enrichInspiration: Enrichment;
  /** Stop a run: no further step is taken. What it has proposed stays. One that was stopped before answers as it is. */
  cancelEnrichment: Enrichment;
  /** Take over a proposal for a project, its log or its assets, as it is or edited. A value that was taken over by itself is confirmed. */
  acceptProposal: Proposal;
  /** Refuse a proposal for a project, its log or its assets. Nothing else changes. A value that was taken over by itself, and by no person, can be refused too and counts no more. What was refused is not proposed by this model again; what it finds instead waits for a person. */
  rejectProposal: Proposal;
  /** Take over a proposal for an inspiration, as it is or edited. A value that was taken over by itself is confirmed. */
  acceptInspirationProposal: Proposal;
  /** Refuse a proposal for an inspiration. Nothing else changes. A value that was taken over by itself, and by no person, can be refused too and counts no more. What was refused is not proposed by this model again; what it finds instead waits for a person. */
  rejectInspirationProposal: Proposal;
  /** Take back everything that was accepted from one model: where a field still holds it, what stood there before returns. Published works lose the values a moment later, and get what stood before when they are published again; a title stays until then. Safe to repeat. */
  revertProposals: RevertedProposals;
  /** Tell subscribers of a change to a project. For our own functions. */
  announceProject: ProjectChange;
  /** Tell subscribers of a change to something else of a tenant. For our own functions. */
  announceTenant: TenantChange;
};

/** What can be changed. */
export type MutationCreateTenantArgs = {
  input: CreateTenantInput;
};

/** What can be changed. */
export type MutationCreateProfileArgs = {
  input: CreateTenantInput;
};

/** What can be changed. */
export type MutationUpdateProfileArgs = {
  input: UpdateProfileInput;
  expectedVersion: Scalars['Int']['input'];
};

/** What can be changed. */
export type MutationPublishProfileArgs = {
  expectedVersion: Scalars['Int']['input'];
};

/** What can be changed. */
export type MutationUnpublishProfileArgs = {
  expectedVersion: Scalars['Int']['input'];
};

/** What can be changed. */
export type MutationDeleteTenantArgs = {
  expectedVersion: Scalars['Int']['input'];
};

/** What can be changed. */
export type MutationAddMemberArgs = {
  input: AddMemberInput;
};

/** What can be changed. */
export type MutationUpdateMemberArgs = {
  uid: Scalars['ID']['input'];
  input: UpdateMemberInput;
  expectedVersion: Scalars['Int']['input'];
};

/** What can be changed. */
export type MutationRemoveMemberArgs = {
  uid: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
};

/** What can be changed. */
export type MutationCreateProjectArgs = {
  input: CreateProjectInput;
};

/** What can be changed. */
export type MutationUpdateProjectArgs = {
  id: Scalars['ID']['input'];
  input: UpdateProjectInput;
  expectedVersion: Scalars['Int']['input'];
};

/** What can be changed. */
export type MutationDeleteProjectArgs = {
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
};

/** What can be changed. */
export type MutationPublishProjectArgs = {
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
};

/** What can be changed. */
export type MutationUnpublishProjectArgs = {
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
};

/** What can be changed. */
export type MutationCreateLogEntryArgs = {
  projectId: Scalars['ID']['input'];
  input: CreateLogEntryInput;
};

/** What can be changed. */
export type MutationUpdateLogEntryArgs = {
  projectId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
  input: UpdateLogEntryInput;
  expectedVersion: Scalars['Int']['input'];
};

/** What can be changed. */
export type MutationDeleteLogEntryArgs = {
  projectId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
};

/** What can be changed. */
export type MutationCreateAssetArgs = {
  projectId: Scalars['ID']['input'];
  input: CreateAssetInput;
};

/** What can be changed. */
export type MutationCompleteUploadArgs = {
  projectId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
};

/** What can be changed. */
export type MutationUpdateAssetArgs = {
  projectId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
  input: UpdateAssetInput;
  expectedVersion: Scalars['Int']['input'];
};

/** What can be changed. */
export type MutationDeleteAssetArgs = {
  projectId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
};

/** What can be changed. */
export type MutationCreateInspirationArgs = {
  input: CreateInspirationInput;
};

/** What can be changed. */
export type MutationUpdateInspirationArgs = {
  id: Scalars['ID']['input'];
  input: UpdateInspirationInput;
  expectedVersion: Scalars['Int']['input'];
};

/** What can be changed. */
export type MutationDeleteInspirationArgs = {
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
};

/** What can be changed. */
export type MutationCreatePageArgs = {
  input: CreatePageInput;
};

/** What can be changed. */
export type MutationUpdatePageArgs = {
  id: Scalars['ID']['input'];
  input: UpdatePageInput;
  expectedVersion: Scalars['Int']['input'];
};

/** What can be changed. */
export type MutationDeletePageArgs = {
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
};

/** What can be changed. */
export type MutationPublishPageArgs = {
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
};

/** What can be changed. */
export type MutationUnpublishPageArgs = {
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
};

/** What can be changed. */
export type MutationCreateTokenArgs = {
  input: CreateTokenInput;
};

/** What can be changed. */
export type MutationDeleteTokenArgs = {
  id: Scalars['ID']['input'];
};

/** What can be changed. */
export type MutationUpdateEnrichmentSettingsArgs = {
  input: EnrichmentSettingsInput;
  expectedVersion: Scalars['Int']['input'];
};

/** What can be changed. */
export type MutationEnrichProjectArgs = {
  id: Scalars['ID']['input'];
};

/** What can be changed. */
export type MutationEnrichAssetArgs = {
  projectId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
};

/** What can be changed. */
export type MutationEnrichInspirationArgs = {
  id: Scalars['ID']['input'];
};

/** What can be changed. */
export type MutationCancelEnrichmentArgs = {
  id: Scalars['ID']['input'];
};

/** What can be changed. */
export type MutationAcceptProposalArgs = {
  projectId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
  input: AcceptProposalInput;
};

/** What can be changed. */
export type MutationRejectProposalArgs = {
  projectId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
};

/** What can be changed. */
export type MutationAcceptInspirationProposalArgs = {
  inspirationId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
  input: AcceptProposalInput;
};

/** What can be changed. */
export type MutationRejectInspirationProposalArgs = {
  inspirationId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
};

/** What can be changed. */
export type MutationRevertProposalsArgs = {
  input: RevertProposalsInput;
};

/** What can be changed. */
export type MutationAnnounceProjectArgs = {
  input: ChangeInput;
};

/** What can be changed. */
export type MutationAnnounceTenantArgs = {
  input: ChangeInput;
};

/** What can be listened to. */
export type Subscription = {
  /** Changes to the projects of a tenant, their logs and assets, whoever made them and however. */
  onProjectChanged: Maybe<ProjectChange>;
  /** Changes to a tenant's profile, members, inspirations and pages. */
  onTenantChanged: Maybe<TenantChange>;
};

/** What can be listened to. */
export type SubscriptionOnProjectChangedArgs = {
  tenantId: Scalars['ID']['input'];
  projectId?: InputMaybe<Scalars['ID']['input']>;
};

/** What can be listened to. */
export type SubscriptionOnTenantChangedArgs = {
  tenantId: Scalars['ID']['input'];
};
