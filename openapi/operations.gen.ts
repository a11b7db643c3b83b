// Generated from schema.graphql and openapi/operations.

/** One named operation: its document, the types of its variables, and where in `data` its answer is. */
export interface OperationData {
  kind: 'query' | 'mutation';
  document: string;
  variables: Readonly<Record<string, string>>;
  /** The variable behind an argument of another name. */
  arguments: Readonly<Record<string, string>>;
  path: readonly string[];
  type: string;
}

export const operations: Readonly<Record<string, OperationData>> = {
  acceptInspirationProposal: {
    kind: 'mutation',
    document:
      'mutation acceptInspirationProposal($inspirationId:ID!$proposalId:ID!$input:AcceptProposalInput!){acceptInspirationProposal(inspirationId:$inspirationId id:$proposalId input:$input){...Proposal}}fragment Proposal on Proposal{id projectId inspirationId entity entityId field values state editedValues targetEntity targetId targetField targetVersion automatic receipt{...Receipt}decidedBy decidedAt createdAt revision}fragment Receipt on Receipt{enrichmentId model promptVersion sourceEntity sourceId sourceUrl passage at inputTokens outputTokens microUsd confidence}',
    variables: { inspirationId: 'ID!', proposalId: 'ID!', input: 'AcceptProposalInput!' },
    arguments: { id: 'proposalId' },
    path: ['acceptInspirationProposal'],
    type: 'Proposal',
  },
  acceptProposal: {
    kind: 'mutation',
    document:
      'mutation acceptProposal($projectId:ID!$proposalId:ID!$input:AcceptProposalInput!){acceptProposal(projectId:$projectId id:$proposalId input:$input){...Proposal}}fragment Proposal on Proposal{id projectId inspirationId entity entityId field values state editedValues targetEntity targetId targetField targetVersion automatic receipt{...Receipt}decidedBy decidedAt createdAt revision}fragment Receipt on Receipt{enrichmentId model promptVersion sourceEntity sourceId sourceUrl passage at inputTokens outputTokens microUsd confidence}',
    variables: { projectId: 'ID!', proposalId: 'ID!', input: 'AcceptProposalInput!' },
    arguments: { id: 'proposalId' },
    path: ['acceptProposal'],
    type: 'Proposal',
  },
  addMember: {
    kind: 'mutation',
    document:
      'mutation addMember($input:AddMemberInput!){addMember(input:$input){...Member}}fragment Member on Member{uid role label version createdAt updatedAt updatedBy}',
    variables: { input: 'AddMemberInput!' },
    arguments: {},
    path: ['addMember'],
    type: 'Member',
  },
  asset: {
    kind: 'query',
    document:
      'query asset($projectId:ID!$assetId:ID!){asset(projectId:$projectId id:$assetId){...Asset}}fragment Asset on Asset{id projectId fileName contentType size sha256 position altText caption credit focalPoint{...FocalPoint}audience status problem width height thumbhash palette variants{...ImageVariant}externalRef revision version createdAt updatedAt updatedBy}fragment FocalPoint on FocalPoint{x y}fragment ImageVariant on ImageVariant{url width height contentType}',
    variables: { projectId: 'ID!', assetId: 'ID!' },
    arguments: { id: 'assetId' },
    path: ['asset'],
    type: 'Asset',
  },
  assets: {
    kind: 'query',
    document:
      'query assets($projectId:ID!$limit:Int$cursor:String){assets(projectId:$projectId limit:$limit cursor:$cursor){items{...Asset}next}}fragment Asset on Asset{id projectId fileName contentType size sha256 position altText caption credit focalPoint{...FocalPoint}audience status problem width height thumbhash palette variants{...ImageVariant}externalRef revision version createdAt updatedAt updatedBy}fragment FocalPoint on FocalPoint{x y}fragment ImageVariant on ImageVariant{url width height contentType}',
    variables: { projectId: 'ID!', limit: 'Int', cursor: 'String' },
    arguments: {},
    path: ['assets'],
    type: 'AssetPage',
  },
  cancelEnrichment: {
    kind: 'mutation',
    document:
      'mutation cancelEnrichment($enrichmentId:ID!){cancelEnrichment(id:$enrichmentId){...Enrichment}}fragment Enrichment on Enrichment{id subject projectId entityId state problem proposals tokens microUsd requestedBy requestedAt startedAt endedAt revision}',
    variables: { enrichmentId: 'ID!' },
    arguments: { id: 'enrichmentId' },
    path: ['cancelEnrichment'],
    type: 'Enrichment',
  },
  completeUpload: {
    kind: 'mutation',
    document:
      'mutation completeUpload($projectId:ID!$assetId:ID!){completeUpload(projectId:$projectId id:$assetId){...Asset}}fragment Asset on Asset{id projectId fileName contentType size sha256 position altText caption credit focalPoint{...FocalPoint}audience status problem width height thumbhash palette variants{...ImageVariant}externalRef revision version createdAt updatedAt updatedBy}fragment FocalPoint on FocalPoint{x y}fragment ImageVariant on ImageVariant{url width height contentType}',
    variables: { projectId: 'ID!', assetId: 'ID!' },
    arguments: { id: 'assetId' },
    path: ['completeUpload'],
    type: 'Asset',
  },
  createAsset: {
    kind: 'mutation',
    document:
      'mutation createAsset($projectId:ID!$input:CreateAssetInput!){createAsset(projectId:$projectId input:$input){...CreatedAsset}}fragment CreatedAsset on CreatedAsset{asset{...Asset}upload{...Upload}}fragment Asset on Asset{id projectId fileName contentType size sha256 position altText caption credit focalPoint{...FocalPoint}audience status problem width height thumbhash palette variants{...ImageVariant}externalRef revision version createdAt updatedAt updatedBy}fragment FocalPoint on FocalPoint{x y}fragment ImageVariant on ImageVariant{url width height contentType}fragment Upload on Upload{url method headers{...UploadHeader}expiresAt}fragment UploadHeader on UploadHeader{name value}',
    variables: { projectId: 'ID!', input: 'CreateAssetInput!' },
    arguments: {},
    path: ['createAsset'],
    type: 'CreatedAsset',
  },
  createInspiration: {
    kind: 'mutation',
    document:
      'mutation createInspiration($input:CreateInspirationInput!){createInspiration(input:$input){...Inspiration}}fragment Inspiration on Inspiration{id title creator sourceUrl note tags licence facts{...Fact}audience externalRef version createdAt updatedAt updatedBy}fragment Fact on Fact{key label value}',
    variables: { input: 'CreateInspirationInput!' },
    arguments: {},
    path: ['createInspiration'],
    type: 'Inspiration',
  },
  createLogEntry: {
    kind: 'mutation',
    document:
      'mutation createLogEntry($projectId:ID!$input:CreateLogEntryInput!){createLogEntry(projectId:$projectId input:$input){...LogEntry}}fragment LogEntry on LogEntry{id projectId title body occurredAt assetIds tags language audience externalRef version createdAt updatedAt updatedBy}',
    variables: { projectId: 'ID!', input: 'CreateLogEntryInput!' },
    arguments: {},
    path: ['createLogEntry'],
    type: 'LogEntry',
  },
  createPage: {
    kind: 'mutation',
    document:
      'mutation createPage($input:CreatePageInput!){createPage(input:$input){...Page}}fragment Page on Page{id path title summary body language sortOrder visibility externalRef state publishedVersion publishedAt version createdAt updatedAt updatedBy}',
    variables: { input: 'CreatePageInput!' },
    arguments: {},
    path: ['createPage'],
    type: 'Page',
  },
  createProfile: {
    kind: 'mutation',
    document:
      'mutation createProfile($input:CreateTenantInput!){createProfile(input:$input){...Profile}}fragment Profile on Profile{id handle name kind sortName altNames dateText birthYear deathYear birthPlace deathPlace nationality summary statement licence facts{...Fact}links{...Link}visibility externalRef state publishedVersion publishedAt version createdAt updatedAt updatedBy}fragment Fact on Fact{key label value}fragment Link on Link{label url}',
    variables: { input: 'CreateTenantInput!' },
    arguments: {},
    path: ['createProfile'],
    type: 'Profile',
  },
  createProject: {
    kind: 'mutation',
    document:
      'mutation createProject($input:CreateProjectInput!){createProject(input:$input){...Project}}fragment Project on Project{id tenantId slug title foreignTitle language series dateText yearStart yearEnd medium classification dimensions inscription description body provenance creditLine culture period places tags licence credits{...Credit}facts{...Fact}links{...Link}coverAssetId inspirationIds visibility externalRef state publishedVersion publishedAt version createdAt updatedAt updatedBy}fragment Credit on Credit{name role handle}fragment Fact on Fact{key label value}fragment Link on Link{label url}',
    variables: { input: 'CreateProjectInput!' },
    arguments: {},
    path: ['createProject'],
    type: 'Project',
  },
  createTenant: {
    kind: 'mutation',
    document:
      'mutation createTenant($input:CreateTenantInput!){createTenant(input:$input){...Profile}}fragment Profile on Profile{id handle name kind sortName altNames dateText birthYear deathYear birthPlace deathPlace nationality summary statement licence facts{...Fact}links{...Link}visibility externalRef state publishedVersion publishedAt version createdAt updatedAt updatedBy}fragment Fact on Fact{key label value}fragment Link on Link{label url}',
    variables: { input: 'CreateTenantInput!' },
    arguments: {},
    path: ['createTenant'],
    type: 'Profile',
  },
  createToken: {
    kind: 'mutation',
    document:
      'mutation createToken($input:CreateTokenInput!){createToken(input:$input){...CreatedToken}}fragment CreatedToken on CreatedToken{token{...Token}secret}fragment Token on Token{id name scopes expiresAt createdAt}',
    variables: { input: 'CreateTokenInput!' },
    arguments: {},
    path: ['createToken'],
    type: 'CreatedToken',
  },
  deleteAsset: {
    kind: 'mutation',
    document:
      'mutation deleteAsset($projectId:ID!$assetId:ID!$expectedVersion:Int!){deleteAsset(projectId:$projectId id:$assetId expectedVersion:$expectedVersion){...Deleted}}fragment Deleted on Deleted{id}',
    variables: { projectId: 'ID!', assetId: 'ID!', expectedVersion: 'Int!' },
    arguments: { id: 'assetId' },
    path: ['deleteAsset'],
    type: 'Deleted',
  },
  deleteInspiration: {
    kind: 'mutation',
    document:
      'mutation deleteInspiration($inspirationId:ID!$expectedVersion:Int!){deleteInspiration(id:$inspirationId expectedVersion:$expectedVersion){...Deleted}}fragment Deleted on Deleted{id}',
    variables: { inspirationId: 'ID!', expectedVersion: 'Int!' },
    arguments: { id: 'inspirationId' },
    path: ['deleteInspiration'],
    type: 'Deleted',
  },
  deleteLogEntry: {
    kind: 'mutation',
    document:
      'mutation deleteLogEntry($projectId:ID!$logId:ID!$expectedVersion:Int!){deleteLogEntry(projectId:$projectId id:$logId expectedVersion:$expectedVersion){...Deleted}}fragment Deleted on Deleted{id}',
    variables: { projectId: 'ID!', logId: 'ID!', expectedVersion: 'Int!' },
    arguments: { id: 'logId' },
    path: ['deleteLogEntry'],
    type: 'Deleted',
  },
  deletePage: {
    kind: 'mutation',
    document:
      'mutation deletePage($pageId:ID!$expectedVersion:Int!){deletePage(id:$pageId expectedVersion:$expectedVersion){...Deleted}}fragment Deleted on Deleted{id}',
    variables: { pageId: 'ID!', expectedVersion: 'Int!' },
    arguments: { id: 'pageId' },
    path: ['deletePage'],
    type: 'Deleted',
  },
  deleteProject: {
    kind: 'mutation',
    document:
      'mutation deleteProject($projectId:ID!$expectedVersion:Int!){deleteProject(id:$projectId expectedVersion:$expectedVersion){...Deleted}}fragment Deleted on Deleted{id}',
    variables: { projectId: 'ID!', expectedVersion: 'Int!' },
    arguments: { id: 'projectId' },
    path: ['deleteProject'],
    type: 'Deleted',
  },
  deleteTenant: {
    kind: 'mutation',
    document:
      'mutation deleteTenant($expectedVersion:Int!){deleteTenant(expectedVersion:$expectedVersion){...Deleted}}fragment Deleted on Deleted{id}',
    variables: { expectedVersion: 'Int!' },
    arguments: {},
    path: ['deleteTenant'],
    type: 'Deleted',
  },
  deleteToken: {
    kind: 'mutation',
    document:
      'mutation deleteToken($tokenId:ID!){deleteToken(id:$tokenId){...Deleted}}fragment Deleted on Deleted{id}',
    variables: { tokenId: 'ID!' },
    arguments: { id: 'tokenId' },
    path: ['deleteToken'],
    type: 'Deleted',
  },
  enrichAsset: {
    kind: 'mutation',
    document:
      'mutation enrichAsset($projectId:ID!$assetId:ID!){enrichAsset(projectId:$projectId id:$assetId){...Enrichment}}fragment Enrichment on Enrichment{id subject projectId entityId state problem proposals tokens microUsd requestedBy requestedAt startedAt endedAt revision}',
    variables: { projectId: 'ID!', assetId: 'ID!' },
    arguments: { id: 'assetId' },
    path: ['enrichAsset'],
    type: 'Enrichment',
  },
  enrichInspiration: {
    kind: 'mutation',
    document:
      'mutation enrichInspiration($inspirationId:ID!){enrichInspiration(id:$inspirationId){...Enrichment}}fragment Enrichment on Enrichment{id subject projectId entityId state problem proposals tokens microUsd requestedBy requestedAt startedAt endedAt revision}',
    variables: { inspirationId: 'ID!' },
    arguments: { id: 'inspirationId' },
    path: ['enrichInspiration'],
    type: 'Enrichment',
  },
  enrichProject: {
    kind: 'mutation',
    document:
      'mutation enrichProject($projectId:ID!){enrichProject(id:$projectId){...Enrichment}}fragment Enrichment on Enrichment{id subject projectId entityId state problem proposals tokens microUsd requestedBy requestedAt startedAt endedAt revision}',
    variables: { projectId: 'ID!' },
    arguments: { id: 'projectId' },
    path: ['enrichProject'],
    type: 'Enrichment',
  },
  enrichment: {
    kind: 'query',
    document:
      'query enrichment($enrichmentId:ID!){enrichment(id:$enrichmentId){...Enrichment}}fragment Enrichment on Enrichment{id subject projectId entityId state problem proposals tokens microUsd requestedBy requestedAt startedAt endedAt revision}',
    variables: { enrichmentId: 'ID!' },
    arguments: { id: 'enrichmentId' },
    path: ['enrichment'],
    type: 'Enrichment',
  },
  enrichmentSettings: {
    kind: 'query',
    document:
      'query enrichmentSettings{enrichmentSettings{...EnrichmentSettings}}fragment EnrichmentSettings on EnrichmentSettings{mode automaticFields vocabulary monthlyTokens monthlyMicroUsd usedTokens usedMicroUsd version updatedAt updatedBy}',
    variables: {},
    arguments: {},
    path: ['enrichmentSettings'],
    type: 'EnrichmentSettings',
  },
  enrichments: {
    kind: 'query',
    document:
      'query enrichments($limit:Int$cursor:String){enrichments(limit:$limit cursor:$cursor){items{...Enrichment}next}}fragment Enrichment on Enrichment{id subject projectId entityId state problem proposals tokens microUsd requestedBy requestedAt startedAt endedAt revision}',
    variables: { limit: 'Int', cursor: 'String' },
    arguments: {},
    path: ['enrichments'],
    type: 'EnrichmentPage',
  },
  inspiration: {
    kind: 'query',
    document:
      'query inspiration($inspirationId:ID!){inspiration(id:$inspirationId){...Inspiration}}fragment Inspiration on Inspiration{id title creator sourceUrl note tags licence facts{...Fact}audience externalRef version createdAt updatedAt updatedBy}fragment Fact on Fact{key label value}',
    variables: { inspirationId: 'ID!' },
    arguments: { id: 'inspirationId' },
    path: ['inspiration'],
    type: 'Inspiration',
  },
  inspirationProposal: {
    kind: 'query',
    document:
      'query inspirationProposal($inspirationId:ID!$proposalId:ID!){inspirationProposal(inspirationId:$inspirationId id:$proposalId){...Proposal}}fragment Proposal on Proposal{id projectId inspirationId entity entityId field values state editedValues targetEntity targetId targetField targetVersion automatic receipt{...Receipt}decidedBy decidedAt createdAt revision}fragment Receipt on Receipt{enrichmentId model promptVersion sourceEntity sourceId sourceUrl passage at inputTokens outputTokens microUsd confidence}',
    variables: { inspirationId: 'ID!', proposalId: 'ID!' },
    arguments: { id: 'proposalId' },
    path: ['inspirationProposal'],
    type: 'Proposal',
  },
  inspirationProposals: {
    kind: 'query',
    document:
      'query inspirationProposals($inspirationId:ID!$state:ProposalState$limit:Int$cursor:String){inspirationProposals(inspirationId:$inspirationId state:$state limit:$limit cursor:$cursor){items{...Proposal}next}}fragment Proposal on Proposal{id projectId inspirationId entity entityId field values state editedValues targetEntity targetId targetField targetVersion automatic receipt{...Receipt}decidedBy decidedAt createdAt revision}fragment Receipt on Receipt{enrichmentId model promptVersion sourceEntity sourceId sourceUrl passage at inputTokens outputTokens microUsd confidence}',
    variables: { inspirationId: 'ID!', state: 'ProposalState', limit: 'Int', cursor: 'String' },
    arguments: {},
    path: ['inspirationProposals'],
    type: 'ProposalPage',
  },
  inspirations: {
    kind: 'query',
    document:
      'query inspirations($limit:Int$cursor:String$order:ListOrder){inspirations(limit:$limit cursor:$cursor order:$order){items{...Inspiration}next}}fragment Inspiration on Inspiration{id title creator sourceUrl note tags licence facts{...Fact}audience externalRef version createdAt updatedAt updatedBy}fragment Fact on Fact{key label value}',
    variables: { limit: 'Int', cursor: 'String', order: 'ListOrder' },
    arguments: {},
    path: ['inspirations'],
    type: 'InspirationPage',
  },
  logEntries: {
    kind: 'query',
    document:
      'query logEntries($projectId:ID!$limit:Int$cursor:String$order:LogOrder){logEntries(projectId:$projectId limit:$limit cursor:$cursor order:$order){items{...LogEntry}next}}fragment LogEntry on LogEntry{id projectId title body occurredAt assetIds tags language audience externalRef version createdAt updatedAt updatedBy}',
    variables: { projectId: 'ID!', limit: 'Int', cursor: 'String', order: 'LogOrder' },
    arguments: {},
    path: ['logEntries'],
    type: 'LogEntryPage',
  },
  logEntry: {
    kind: 'query',
    document:
      'query logEntry($projectId:ID!$logId:ID!){logEntry(projectId:$projectId id:$logId){...LogEntry}}fragment LogEntry on LogEntry{id projectId title body occurredAt assetIds tags language audience externalRef version createdAt updatedAt updatedBy}',
    variables: { projectId: 'ID!', logId: 'ID!' },
    arguments: { id: 'logId' },
    path: ['logEntry'],
    type: 'LogEntry',
  },
  me: {
    kind: 'query',
    document:
      'query me($expandMemberships:Boolean!=false){me{...Me memberships@include(if:$expandMemberships){items{...Membership}next}}}fragment Me on Me{uid groups scopes}fragment Membership on Membership{tenantId role}',
    variables: { expandMemberships: 'Boolean' },
    arguments: {},
    path: ['me'],
    type: 'Me',
  },
  member: {
    kind: 'query',
    document:
      'query member($uid:ID!){member(uid:$uid){...Member}}fragment Member on Member{uid role label version createdAt updatedAt updatedBy}',
    variables: { uid: 'ID!' },
    arguments: {},
    path: ['member'],
    type: 'Member',
  },
  members: {
    kind: 'query',
    document:
      'query members($limit:Int$cursor:String){members(limit:$limit cursor:$cursor){items{...Member}next}}fragment Member on Member{uid role label version createdAt updatedAt updatedBy}',
    variables: { limit: 'Int', cursor: 'String' },
    arguments: {},
    path: ['members'],
    type: 'MemberPage',
  },
  memberships: {
    kind: 'query',
    document:
      'query memberships($limit:Int$cursor:String){me{memberships(limit:$limit cursor:$cursor){items{...Membership}next}}}fragment Membership on Membership{tenantId role}',
    variables: { limit: 'Int', cursor: 'String' },
    arguments: {},
    path: ['me', 'memberships'],
    type: 'MembershipPage',
  },
  page: {
    kind: 'query',
    document:
      'query page($pageId:ID!){page(id:$pageId){...Page}}fragment Page on Page{id path title summary body language sortOrder visibility externalRef state publishedVersion publishedAt version createdAt updatedAt updatedBy}',
    variables: { pageId: 'ID!' },
    arguments: { id: 'pageId' },
    path: ['page'],
    type: 'Page',
  },
  pages: {
    kind: 'query',
    document:
      'query pages($limit:Int$cursor:String$order:ListOrder){pages(limit:$limit cursor:$cursor order:$order){items{...PageCard}next}}fragment PageCard on PageCard{id path title visibility state publishedVersion publishedAt version createdAt updatedAt}',
    variables: { limit: 'Int', cursor: 'String', order: 'ListOrder' },
    arguments: {},
    path: ['pages'],
    type: 'PagePage',
  },
  portfolio: {
    kind: 'query',
    document:
      'query portfolio($handle:String!$expandProjects:Boolean!=false$expandPages:Boolean!=false){portfolio(handle:$handle){...Portfolio projects@include(if:$expandProjects){items{...PublicProjectCard}next}pages@include(if:$expandPages){items{...PublicPageCard}next}}}fragment Portfolio on Portfolio{handle name kind sortName altNames dateText birthYear deathYear birthPlace deathPlace nationality summary statement licence statementHtml facts{...Fact}links{...Link}visibility version publishedAt}fragment Fact on Fact{key label value}fragment Link on Link{label url}fragment PublicProjectCard on PublicProjectCard{id handle artist slug title language dateText yearStart medium cover{...Cover}publishedAt}fragment Cover on Cover{assetId width height thumbhash altText focalPoint{...FocalPoint}palette variants{...ImageVariant}}fragment FocalPoint on FocalPoint{x y}fragment ImageVariant on ImageVariant{url width height contentType}fragment PublicPageCard on PublicPageCard{path title summary sortOrder publishedAt}',
    variables: { handle: 'String!', expandProjects: 'Boolean', expandPages: 'Boolean' },
    arguments: {},
    path: ['portfolio'],
    type: 'Portfolio',
  },
  portfolioPages: {
    kind: 'query',
    document:
      'query portfolioPages($handle:String!$limit:Int$cursor:String){portfolio(handle:$handle){pages(limit:$limit cursor:$cursor){items{...PublicPageCard}next}}}fragment PublicPageCard on PublicPageCard{path title summary sortOrder publishedAt}',
    variables: { handle: 'String!', limit: 'Int', cursor: 'String' },
    arguments: {},
    path: ['portfolio', 'pages'],
    type: 'PublicPagePage',
  },
  portfolioProjects: {
    kind: 'query',
    document:
      'query portfolioProjects($handle:String!$limit:Int$cursor:String){portfolio(handle:$handle){projects(limit:$limit cursor:$cursor){items{...PublicProjectCard}next}}}fragment PublicProjectCard on PublicProjectCard{id handle artist slug title language dateText yearStart medium cover{...Cover}publishedAt}fragment Cover on Cover{assetId width height thumbhash altText focalPoint{...FocalPoint}palette variants{...ImageVariant}}fragment FocalPoint on FocalPoint{x y}fragment ImageVariant on ImageVariant{url width height contentType}',
    variables: { handle: 'String!', limit: 'Int', cursor: 'String' },
    arguments: {},
    path: ['portfolio', 'projects'],
    type: 'PublicProjectPage',
  },
  portfolios: {
    kind: 'query',
    document:
      'query portfolios($limit:Int$cursor:String){portfolios(limit:$limit cursor:$cursor){items{...PortfolioCard}next}}fragment PortfolioCard on PortfolioCard{handle name kind dateText summary publishedAt}',
    variables: { limit: 'Int', cursor: 'String' },
    arguments: {},
    path: ['portfolios'],
    type: 'PortfolioPage',
  },
  profile: {
    kind: 'query',
    document:
      'query profile{profile{...Profile}}fragment Profile on Profile{id handle name kind sortName altNames dateText birthYear deathYear birthPlace deathPlace nationality summary statement licence facts{...Fact}links{...Link}visibility externalRef state publishedVersion publishedAt version createdAt updatedAt updatedBy}fragment Fact on Fact{key label value}fragment Link on Link{label url}',
    variables: {},
    arguments: {},
    path: ['profile'],
    type: 'Profile',
  },
  project: {
    kind: 'query',
    document:
      'query project($projectId:ID!$expandLogs:Boolean!=false$expandAssets:Boolean!=false){project(id:$projectId){...Project logs@include(if:$expandLogs){items{...LogEntry}next}assets@include(if:$expandAssets){items{...Asset}next}}}fragment Project on Project{id tenantId slug title foreignTitle language series dateText yearStart yearEnd medium classification dimensions inscription description body provenance creditLine culture period places tags licence credits{...Credit}facts{...Fact}links{...Link}coverAssetId inspirationIds visibility externalRef state publishedVersion publishedAt version createdAt updatedAt updatedBy}fragment Credit on Credit{name role handle}fragment Fact on Fact{key label value}fragment Link on Link{label url}fragment LogEntry on LogEntry{id projectId title body occurredAt assetIds tags language audience externalRef version createdAt updatedAt updatedBy}fragment Asset on Asset{id projectId fileName contentType size sha256 position altText caption credit focalPoint{...FocalPoint}audience status problem width height thumbhash palette variants{...ImageVariant}externalRef revision version createdAt updatedAt updatedBy}fragment FocalPoint on FocalPoint{x y}fragment ImageVariant on ImageVariant{url width height contentType}',
    variables: { projectId: 'ID!', expandLogs: 'Boolean', expandAssets: 'Boolean' },
    arguments: { id: 'projectId' },
    path: ['project'],
    type: 'Project',
  },
  projects: {
    kind: 'query',
    document:
      'query projects($limit:Int$cursor:String$order:ProjectOrder){projects(limit:$limit cursor:$cursor order:$order){items{...ProjectCard}next}}fragment ProjectCard on ProjectCard{id tenantId slug title dateText medium coverAssetId visibility state publishedVersion publishedAt version createdAt updatedAt}',
    variables: { limit: 'Int', cursor: 'String', order: 'ProjectOrder' },
    arguments: {},
    path: ['projects'],
    type: 'ProjectPage',
  },
  proposal: {
    kind: 'query',
    document:
      'query proposal($projectId:ID!$proposalId:ID!){proposal(projectId:$projectId id:$proposalId){...Proposal}}fragment Proposal on Proposal{id projectId inspirationId entity entityId field values state editedValues targetEntity targetId targetField targetVersion automatic receipt{...Receipt}decidedBy decidedAt createdAt revision}fragment Receipt on Receipt{enrichmentId model promptVersion sourceEntity sourceId sourceUrl passage at inputTokens outputTokens microUsd confidence}',
    variables: { projectId: 'ID!', proposalId: 'ID!' },
    arguments: { id: 'proposalId' },
    path: ['proposal'],
    type: 'Proposal',
  },
  proposals: {
    kind: 'query',
    document:
      'query proposals($projectId:ID!$state:ProposalState$limit:Int$cursor:String){proposals(projectId:$projectId state:$state limit:$limit cursor:$cursor){items{...Proposal}next}}fragment Proposal on Proposal{id projectId inspirationId entity entityId field values state editedValues targetEntity targetId targetField targetVersion automatic receipt{...Receipt}decidedBy decidedAt createdAt revision}fragment Receipt on Receipt{enrichmentId model promptVersion sourceEntity sourceId sourceUrl passage at inputTokens outputTokens microUsd confidence}',
    variables: { projectId: 'ID!', state: 'ProposalState', limit: 'Int', cursor: 'String' },
    arguments: {},
    path: ['proposals'],
    type: 'ProposalPage',
  },
  publicPage: {
    kind: 'query',
    document:
      'query publicPage($handle:String!$path:String!){publicPage(handle:$handle path:$path){...PublicPage}}fragment PublicPage on PublicPage{id handle artist path title summary body bodyHtml language sortOrder visibility version publishedAt}',
    variables: { handle: 'String!', path: 'String!' },
    arguments: {},
    path: ['publicPage'],
    type: 'PublicPage',
  },
  publicProject: {
    kind: 'query',
    document:
      'query publicProject($handle:String!$slug:String!){publicProject(handle:$handle slug:$slug){...PublicProject}}fragment PublicProject on PublicProject{id handle artist slug title foreignTitle language series dateText yearStart yearEnd medium classification dimensions inscription description body provenance creditLine culture period places tags licence bodyHtml credits{...Credit}facts{...Fact}links{...Link}visibility cover{...Cover}images{...PublicImage}logs{...PublicLogEntry}inspirations{...PublicInspiration}machineMade{...MachineMade}version publishedAt}fragment Credit on Credit{name role handle}fragment Fact on Fact{key label value}fragment Link on Link{label url}fragment Cover on Cover{assetId width height thumbhash altText focalPoint{...FocalPoint}palette variants{...ImageVariant}}fragment FocalPoint on FocalPoint{x y}fragment ImageVariant on ImageVariant{url width height contentType}fragment PublicImage on PublicImage{assetId width height thumbhash palette altText caption credit focalPoint{...FocalPoint}variants{...ImageVariant}machineMade{...MachineMade}}fragment MachineMade on MachineMade{field model at values}fragment PublicLogEntry on PublicLogEntry{id title body bodyHtml occurredAt assetIds tags language}fragment PublicInspiration on PublicInspiration{id title creator sourceUrl note tags licence facts{...Fact}machineMade{...MachineMade}}',
    variables: { handle: 'String!', slug: 'String!' },
    arguments: {},
    path: ['publicProject'],
    type: 'PublicProject',
  },
  publishPage: {
    kind: 'mutation',
    document:
      'mutation publishPage($pageId:ID!$expectedVersion:Int!){publishPage(id:$pageId expectedVersion:$expectedVersion){...Page}}fragment Page on Page{id path title summary body language sortOrder visibility externalRef state publishedVersion publishedAt version createdAt updatedAt updatedBy}',
    variables: { pageId: 'ID!', expectedVersion: 'Int!' },
    arguments: { id: 'pageId' },
    path: ['publishPage'],
    type: 'Page',
  },
  publishProfile: {
    kind: 'mutation',
    document:
      'mutation publishProfile($expectedVersion:Int!){publishProfile(expectedVersion:$expectedVersion){...Profile}}fragment Profile on Profile{id handle name kind sortName altNames dateText birthYear deathYear birthPlace deathPlace nationality summary statement licence facts{...Fact}links{...Link}visibility externalRef state publishedVersion publishedAt version createdAt updatedAt updatedBy}fragment Fact on Fact{key label value}fragment Link on Link{label url}',
    variables: { expectedVersion: 'Int!' },
    arguments: {},
    path: ['publishProfile'],
    type: 'Profile',
  },
  publishProject: {
    kind: 'mutation',
    document:
      'mutation publishProject($projectId:ID!$expectedVersion:Int!){publishProject(id:$projectId expectedVersion:$expectedVersion){...Project}}fragment Project on Project{id tenantId slug title foreignTitle language series dateText yearStart yearEnd medium classification dimensions inscription description body provenance creditLine culture period places tags licence credits{...Credit}facts{...Fact}links{...Link}coverAssetId inspirationIds visibility externalRef state publishedVersion publishedAt version createdAt updatedAt updatedBy}fragment Credit on Credit{name role handle}fragment Fact on Fact{key label value}fragment Link on Link{label url}',
    variables: { projectId: 'ID!', expectedVersion: 'Int!' },
    arguments: { id: 'projectId' },
    path: ['publishProject'],
    type: 'Project',
  },
  recentProjects: {
    kind: 'query',
    document:
      'query recentProjects($limit:Int$cursor:String){recentProjects(limit:$limit cursor:$cursor){items{...PublicProjectCard}next}}fragment PublicProjectCard on PublicProjectCard{id handle artist slug title language dateText yearStart medium cover{...Cover}publishedAt}fragment Cover on Cover{assetId width height thumbhash altText focalPoint{...FocalPoint}palette variants{...ImageVariant}}fragment FocalPoint on FocalPoint{x y}fragment ImageVariant on ImageVariant{url width height contentType}',
    variables: { limit: 'Int', cursor: 'String' },
    arguments: {},
    path: ['recentProjects'],
    type: 'PublicProjectPage',
  },
  rejectInspirationProposal: {
    kind: 'mutation',
    document:
      'mutation rejectInspirationProposal($inspirationId:ID!$proposalId:ID!$expectedRevision:Int){rejectInspirationProposal(inspirationId:$inspirationId id:$proposalId expectedRevision:$expectedRevision){...Proposal}}fragment Proposal on Proposal{id projectId inspirationId entity entityId field values state editedValues targetEntity targetId targetField targetVersion automatic receipt{...Receipt}decidedBy decidedAt createdAt revision}fragment Receipt on Receipt{enrichmentId model promptVersion sourceEntity sourceId sourceUrl passage at inputTokens outputTokens microUsd confidence}',
    variables: { inspirationId: 'ID!', proposalId: 'ID!', expectedRevision: 'Int' },
    arguments: { id: 'proposalId' },
    path: ['rejectInspirationProposal'],
    type: 'Proposal',
  },
  rejectProposal: {
    kind: 'mutation',
    document:
      'mutation rejectProposal($projectId:ID!$proposalId:ID!$expectedRevision:Int){rejectProposal(projectId:$projectId id:$proposalId expectedRevision:$expectedRevision){...Proposal}}fragment Proposal on Proposal{id projectId inspirationId entity entityId field values state editedValues targetEntity targetId targetField targetVersion automatic receipt{...Receipt}decidedBy decidedAt createdAt revision}fragment Receipt on Receipt{enrichmentId model promptVersion sourceEntity sourceId sourceUrl passage at inputTokens outputTokens microUsd confidence}',
    variables: { projectId: 'ID!', proposalId: 'ID!', expectedRevision: 'Int' },
    arguments: { id: 'proposalId' },
    path: ['rejectProposal'],
    type: 'Proposal',
  },
  removeMember: {
    kind: 'mutation',
    document:
      'mutation removeMember($uid:ID!$expectedVersion:Int!){removeMember(uid:$uid expectedVersion:$expectedVersion){...Deleted}}fragment Deleted on Deleted{id}',
    variables: { uid: 'ID!', expectedVersion: 'Int!' },
    arguments: {},
    path: ['removeMember'],
    type: 'Deleted',
  },
  revertProposals: {
    kind: 'mutation',
    document:
      'mutation revertProposals($input:RevertProposalsInput!){revertProposals(input:$input){...RevertedProposals}}fragment RevertedProposals on RevertedProposals{reverted left{...LeftProposal}next}fragment LeftProposal on LeftProposal{id projectId inspirationId field reason}',
    variables: { input: 'RevertProposalsInput!' },
    arguments: {},
    path: ['revertProposals'],
    type: 'RevertedProposals',
  },
  search: {
    kind: 'query',
    document:
      'query search($text:String$mode:SearchMode$similarTo:ID$picture:String$handle:String$kind:[PublicKind!]$medium:[String!]$classification:[String!]$tag:[String!]$colour:[String!]$licence:[String!]$language:[String!]$yearFrom:Int$yearTo:Int$facets:Boolean$limit:Int$cursor:String){search(text:$text mode:$mode similarTo:$similarTo picture:$picture handle:$handle kind:$kind medium:$medium classification:$classification tag:$tag colour:$colour licence:$licence language:$language yearFrom:$yearFrom yearTo:$yearTo facets:$facets limit:$limit cursor:$cursor){...SearchResult}}fragment SearchResult on SearchResult{items{...SearchHit}facets{...Facet}total totalIsAtLeast didYouMean mode notice next}fragment SearchHit on SearchHit{kind id handle artist slug path title language dateText medium cover{...Cover}score highlights{...Highlight}publishedAt}fragment Cover on Cover{assetId width height thumbhash altText focalPoint{...FocalPoint}palette variants{...ImageVariant}}fragment FocalPoint on FocalPoint{x y}fragment ImageVariant on ImageVariant{url width height contentType}fragment Highlight on Highlight{field parts{...HighlightPart}}fragment HighlightPart on HighlightPart{text match}fragment Facet on Facet{name values{...FacetValue}}fragment FacetValue on FacetValue{value count}',
    variables: {
      text: 'String',
      mode: 'SearchMode',
      similarTo: 'ID',
      picture: 'String',
      handle: 'String',
      kind: '[PublicKind!]',
      medium: '[String!]',
      classification: '[String!]',
      tag: '[String!]',
      colour: '[String!]',
      licence: '[String!]',
      language: '[String!]',
      yearFrom: 'Int',
      yearTo: 'Int',
      facets: 'Boolean',
      limit: 'Int',
      cursor: 'String',
    },
    arguments: {},
    path: ['search'],
    type: 'SearchResult',
  },
  searchMine: {
    kind: 'query',
    document:
      'query searchMine($text:String$mode:SearchMode$similarTo:ID$pictureOf:ID$projectId:ID$kind:[OwnKind!]$medium:[String!]$classification:[String!]$tag:[String!]$colour:[String!]$licence:[String!]$language:[String!]$yearFrom:Int$yearTo:Int$facets:Boolean$limit:Int$cursor:String){searchMine(text:$text mode:$mode similarTo:$similarTo pictureOf:$pictureOf projectId:$projectId kind:$kind medium:$medium classification:$classification tag:$tag colour:$colour licence:$licence language:$language yearFrom:$yearFrom yearTo:$yearTo facets:$facets limit:$limit cursor:$cursor){...OwnSearchResult}}fragment OwnSearchResult on OwnSearchResult{items{...OwnHit}facets{...Facet}total totalIsAtLeast didYouMean mode notice next}fragment OwnHit on OwnHit{kind id projectId title score highlights{...Highlight}updatedAt}fragment Highlight on Highlight{field parts{...HighlightPart}}fragment HighlightPart on HighlightPart{text match}fragment Facet on Facet{name values{...FacetValue}}fragment FacetValue on FacetValue{value count}',
    variables: {
      text: 'String',
      mode: 'SearchMode',
      similarTo: 'ID',
      pictureOf: 'ID',
      projectId: 'ID',
      kind: '[OwnKind!]',
      medium: '[String!]',
      classification: '[String!]',
      tag: '[String!]',
      colour: '[String!]',
      licence: '[String!]',
      language: '[String!]',
      yearFrom: 'Int',
      yearTo: 'Int',
      facets: 'Boolean',
      limit: 'Int',
      cursor: 'String',
    },
    arguments: {},
    path: ['searchMine'],
    type: 'OwnSearchResult',
  },
  stats: {
    kind: 'query',
    document:
      'query stats($from:String!$to:String!){stats(from:$from to:$to){...Stats}}fragment Stats on Stats{from to views visitors days{...StatsDay}referrers{...StatsCount}countries{...StatsCount}works{...StatsWork}terms{...StatsCount}}fragment StatsDay on StatsDay{day views visitors}fragment StatsCount on StatsCount{name views visitors}fragment StatsWork on StatsWork{projectId title views visitors}',
    variables: { from: 'String!', to: 'String!' },
    arguments: {},
    path: ['stats'],
    type: 'Stats',
  },
  suggest: {
    kind: 'query',
    document:
      'query suggest($text:String!$limit:Int){suggest(text:$text limit:$limit){...SuggestionList}}fragment SuggestionList on SuggestionList{items{...Suggestion}}fragment Suggestion on Suggestion{text kind path}',
    variables: { text: 'String!', limit: 'Int' },
    arguments: {},
    path: ['suggest'],
    type: 'SuggestionList',
  },
  tenants: {
    kind: 'query',
    document:
      'query tenants($limit:Int$cursor:String){tenants(limit:$limit cursor:$cursor){items{...TenantCard}next}}fragment TenantCard on TenantCard{id handle name createdAt}',
    variables: { limit: 'Int', cursor: 'String' },
    arguments: {},
    path: ['tenants'],
    type: 'TenantPage',
  },
  token: {
    kind: 'query',
    document:
      'query token($tokenId:ID!){token(id:$tokenId){...Token}}fragment Token on Token{id name scopes expiresAt createdAt}',
    variables: { tokenId: 'ID!' },
    arguments: { id: 'tokenId' },
    path: ['token'],
    type: 'Token',
  },
  tokens: {
    kind: 'query',
    document:
      'query tokens($limit:Int$cursor:String){tokens(limit:$limit cursor:$cursor){items{...Token}next}}fragment Token on Token{id name scopes expiresAt createdAt}',
    variables: { limit: 'Int', cursor: 'String' },
    arguments: {},
    path: ['tokens'],
    type: 'TokenPage',
  },
  unpublishPage: {
    kind: 'mutation',
    document:
      'mutation unpublishPage($pageId:ID!$expectedVersion:Int!){unpublishPage(id:$pageId expectedVersion:$expectedVersion){...Page}}fragment Page on Page{id path title summary body language sortOrder visibility externalRef state publishedVersion publishedAt version createdAt updatedAt updatedBy}',
    variables: { pageId: 'ID!', expectedVersion: 'Int!' },
    arguments: { id: 'pageId' },
    path: ['unpublishPage'],
    type: 'Page',
  },
  unpublishProfile: {
    kind: 'mutation',
    document:
      'mutation unpublishProfile($expectedVersion:Int!){unpublishProfile(expectedVersion:$expectedVersion){...Profile}}fragment Profile on Profile{id handle name kind sortName altNames dateText birthYear deathYear birthPlace deathPlace nationality summary statement licence facts{...Fact}links{...Link}visibility externalRef state publishedVersion publishedAt version createdAt updatedAt updatedBy}fragment Fact on Fact{key label value}fragment Link on Link{label url}',
    variables: { expectedVersion: 'Int!' },
    arguments: {},
    path: ['unpublishProfile'],
    type: 'Profile',
  },
  unpublishProject: {
    kind: 'mutation',
    document:
      'mutation unpublishProject($projectId:ID!$expectedVersion:Int!){unpublishProject(id:$projectId expectedVersion:$expectedVersion){...Project}}fragment Project on Project{id tenantId slug title foreignTitle language series dateText yearStart yearEnd medium classification dimensions inscription description body provenance creditLine culture period places tags licence credits{...Credit}facts{...Fact}links{...Link}coverAssetId inspirationIds visibility externalRef state publishedVersion publishedAt version createdAt updatedAt updatedBy}fragment Credit on Credit{name role handle}fragment Fact on Fact{key label value}fragment Link on Link{label url}',
    variables: { projectId: 'ID!', expectedVersion: 'Int!' },
    arguments: { id: 'projectId' },
    path: ['unpublishProject'],
    type: 'Project',
  },
  updateAsset: {
    kind: 'mutation',
    document:
      'mutation updateAsset($projectId:ID!$assetId:ID!$input:UpdateAssetInput!$expectedVersion:Int!){updateAsset(projectId:$projectId id:$assetId input:$input expectedVersion:$expectedVersion){...Asset}}fragment Asset on Asset{id projectId fileName contentType size sha256 position altText caption credit focalPoint{...FocalPoint}audience status problem width height thumbhash palette variants{...ImageVariant}externalRef revision version createdAt updatedAt updatedBy}fragment FocalPoint on FocalPoint{x y}fragment ImageVariant on ImageVariant{url width height contentType}',
    variables: { projectId: 'ID!', assetId: 'ID!', input: 'UpdateAssetInput!', expectedVersion: 'Int!' },
    arguments: { id: 'assetId' },
    path: ['updateAsset'],
    type: 'Asset',
  },
  updateEnrichmentSettings: {
    kind: 'mutation',
    document:
      'mutation updateEnrichmentSettings($input:EnrichmentSettingsInput!$expectedVersion:Int!){updateEnrichmentSettings(input:$input expectedVersion:$expectedVersion){...EnrichmentSettings}}fragment EnrichmentSettings on EnrichmentSettings{mode automaticFields vocabulary monthlyTokens monthlyMicroUsd usedTokens usedMicroUsd version updatedAt updatedBy}',
    variables: { input: 'EnrichmentSettingsInput!', expectedVersion: 'Int!' },
    arguments: {},
    path: ['updateEnrichmentSettings'],
    type: 'EnrichmentSettings',
  },
  updateInspiration: {
    kind: 'mutation',
    document:
      'mutation updateInspiration($inspirationId:ID!$input:UpdateInspirationInput!$expectedVersion:Int!){updateInspiration(id:$inspirationId input:$input expectedVersion:$expectedVersion){...Inspiration}}fragment Inspiration on Inspiration{id title creator sourceUrl note tags licence facts{...Fact}audience externalRef version createdAt updatedAt updatedBy}fragment Fact on Fact{key label value}',
    variables: { inspirationId: 'ID!', input: 'UpdateInspirationInput!', expectedVersion: 'Int!' },
    arguments: { id: 'inspirationId' },
    path: ['updateInspiration'],
    type: 'Inspiration',
  },
  updateLogEntry: {
    kind: 'mutation',
    document:
      'mutation updateLogEntry($projectId:ID!$logId:ID!$input:UpdateLogEntryInput!$expectedVersion:Int!){updateLogEntry(projectId:$projectId id:$logId input:$input expectedVersion:$expectedVersion){...LogEntry}}fragment LogEntry on LogEntry{id projectId title body occurredAt assetIds tags language audience externalRef version createdAt updatedAt updatedBy}',
    variables: { projectId: 'ID!', logId: 'ID!', input: 'UpdateLogEntryInput!', expectedVersion: 'Int!' },
    arguments: { id: 'logId' },
    path: ['updateLogEntry'],
    type: 'LogEntry',
  },
  updateMember: {
    kind: 'mutation',
    document:
      'mutation updateMember($uid:ID!$input:UpdateMemberInput!$expectedVersion:Int!){updateMember(uid:$uid input:$input expectedVersion:$expectedVersion){...Member}}fragment Member on Member{uid role label version createdAt updatedAt updatedBy}',
    variables: { uid: 'ID!', input: 'UpdateMemberInput!', expectedVersion: 'Int!' },
    arguments: {},
    path: ['updateMember'],
    type: 'Member',
  },
  updatePage: {
    kind: 'mutation',
    document:
      'mutation updatePage($pageId:ID!$input:UpdatePageInput!$expectedVersion:Int!){updatePage(id:$pageId input:$input expectedVersion:$expectedVersion){...Page}}fragment Page on Page{id path title summary body language sortOrder visibility externalRef state publishedVersion publishedAt version createdAt updatedAt updatedBy}',
    variables: { pageId: 'ID!', input: 'UpdatePageInput!', expectedVersion: 'Int!' },
    arguments: { id: 'pageId' },
    path: ['updatePage'],
    type: 'Page',
  },
  updateProfile: {
    kind: 'mutation',
    document:
      'mutation updateProfile($input:UpdateProfileInput!$expectedVersion:Int!){updateProfile(input:$input expectedVersion:$expectedVersion){...Profile}}fragment Profile on Profile{id handle name kind sortName altNames dateText birthYear deathYear birthPlace deathPlace nationality summary statement licence facts{...Fact}links{...Link}visibility externalRef state publishedVersion publishedAt version createdAt updatedAt updatedBy}fragment Fact on Fact{key label value}fragment Link on Link{label url}',
    variables: { input: 'UpdateProfileInput!', expectedVersion: 'Int!' },
    arguments: {},
    path: ['updateProfile'],
    type: 'Profile',
  },
  updateProject: {
    kind: 'mutation',
    document:
      'mutation updateProject($projectId:ID!$input:UpdateProjectInput!$expectedVersion:Int!){updateProject(id:$projectId input:$input expectedVersion:$expectedVersion){...Project}}fragment Project on Project{id tenantId slug title foreignTitle language series dateText yearStart yearEnd medium classification dimensions inscription description body provenance creditLine culture period places tags licence credits{...Credit}facts{...Fact}links{...Link}coverAssetId inspirationIds visibility externalRef state publishedVersion publishedAt version createdAt updatedAt updatedBy}fragment Credit on Credit{name role handle}fragment Fact on Fact{key label value}fragment Link on Link{label url}',
    variables: { projectId: 'ID!', input: 'UpdateProjectInput!', expectedVersion: 'Int!' },
    arguments: { id: 'projectId' },
    path: ['updateProject'],
    type: 'Project',
  },
};
