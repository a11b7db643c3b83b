// Generated from api/schema.graphql, openapi/routes.ts and openapi/operations.

export interface paths {
  '/v1/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who is asking
     * @description Who is asking. For the person whose credential it is. A personal access token needs the scope `READ`. In GraphQL: `query me`.
     */
    get: operations['me'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/me/memberships': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tenants that the person may act for. Their own comes first, once it has a profile
     * @description Tenants that the person may act for. Their own comes first, once it has a profile. For the person whose credential it is. A personal access token needs the scope `READ`. In GraphQL: `query memberships`.
     */
    get: operations['memberships'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/me/profile': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The profile of the tenant acted for
     * @description The profile of the tenant acted for. For members of the tenant acted for. A personal access token needs the scope `READ`. In GraphQL: `query profile`.
     */
    get: operations['profile'];
    put?: never;
    /**
     * Create the profile of your own, personal tenant
     * @description Create the profile of your own, personal tenant. For a person who is signed in: a personal access token is not taken. In GraphQL: `mutation createProfile`.
     */
    post: operations['createProfile'];
    /**
     * Delete the tenant with everything in it. Only its handle stays taken
     * @description Delete the tenant with everything in it. Only its handle stays taken. For members of the tenant acted for. A personal access token needs the scope `WRITE`. In GraphQL: `mutation deleteTenant`.
     */
    delete: operations['deleteTenant'];
    options?: never;
    head?: never;
    /**
     * Change the profile of the tenant
     * @description Change the profile of the tenant. For members of the tenant acted for. A personal access token needs the scope `WRITE`. In GraphQL: `mutation updateProfile`.
     */
    patch: operations['updateProfile'];
    trace?: never;
  };
  '/v1/me/profile/publish': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Publish the profile: the portfolio gets its front page
     * @description Publish the profile: the portfolio gets its front page. For members of the tenant acted for. A personal access token needs the scope `WRITE`. In GraphQL: `mutation publishProfile`.
     */
    post: operations['publishProfile'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/me/profile/unpublish': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take the whole portfolio down: front page, works and pages
     * @description Take the whole portfolio down: front page, works and pages. For members of the tenant acted for. A personal access token needs the scope `WRITE`. In GraphQL: `mutation unpublishProfile`.
     */
    post: operations['unpublishProfile'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/me/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Search what the tenant keeps: projects, log entries, assets, inspirations and pages, drafts included
     * @description Search what the tenant keeps: projects, log entries, assets, inspirations and pages, drafts included. For members of the tenant acted for. A personal access token needs the scope `READ`. In GraphQL: `query searchMine`.
     */
    get: operations['searchMine'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/projects': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Projects of the tenant, drafts included
     * @description Projects of the tenant, drafts included. For members of the tenant acted for. A personal access token needs the scope `READ`. In GraphQL: `query projects`.
     */
    get: operations['projects'];
    put?: never;
    /**
     * Create a project
     * @description Create a project. For members of the tenant acted for. A personal access token needs the scope `WRITE`. In GraphQL: `mutation createProject`.
     */
    post: operations['createProject'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/projects/{projectId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One project
     * @description One project. For members of the tenant acted for. A personal access token needs the scope `READ`. In GraphQL: `query project`.
     */
    get: operations['project'];
    put?: never;
    post?: never;
    /**
     * Delete a project with its log and assets; what is public is taken down
     * @description Delete a project with its log and assets; what is public is taken down. For members of the tenant acted for. A personal access token needs the scope `WRITE`. In GraphQL: `mutation deleteProject`.
     */
    delete: operations['deleteProject'];
    options?: never;
    head?: never;
    /**
     * Change a project
     * @description Change a project. For members of the tenant acted for. A personal access token needs the scope `WRITE`. In GraphQL: `mutation updateProject`.
     */
    patch: operations['updateProject'];
    trace?: never;
  };
  '/v1/projects/{projectId}/publish': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Publish the project as it stands
     * @description Publish the project as it stands. For members of the tenant acted for. A personal access token needs the scope `WRITE`. In GraphQL: `mutation publishProject`.
     */
    post: operations['publishProject'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/projects/{projectId}/unpublish': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take the public form of the project down; the draft stays
     * @description Take the public form of the project down; the draft stays. For members of the tenant acted for. A personal access token needs the scope `WRITE`. In GraphQL: `mutation unpublishProject`.
     */
    post: operations['unpublishProject'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/projects/{projectId}/logs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The process log of a project
     * @description The process log of a project. For members of the tenant acted for. A personal access token needs the scope `READ`. In GraphQL: `query logEntries`.
     */
    get: operations['logEntries'];
    put?: never;
    /**
     * Create a log entry
     * @description Create a log entry. For members of the tenant acted for. A personal access token needs the scope `WRITE`. In GraphQL: `mutation createLogEntry`.
     */
    post: operations['createLogEntry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/projects/{projectId}/logs/{logId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One entry of a process log
     * @description One entry of a process log. For members of the tenant acted for. A personal access token needs the scope `READ`. In GraphQL: `query logEntry`.
     */
    get: operations['logEntry'];
    put?: never;
    post?: never;
    /**
     * Delete a log entry
     * @description Delete a log entry. For members of the tenant acted for. A personal access token needs the scope `WRITE`. In GraphQL: `mutation deleteLogEntry`.
     */
    delete: operations['deleteLogEntry'];
    options?: never;
    head?: never;
    /**
     * Change a log entry
     * @description Change a log entry. For members of the tenant acted for. A personal access token needs the scope `WRITE`. In GraphQL: `mutation updateLogEntry`.
     */
    patch: operations['updateLogEntry'];
    trace?: never;
  };
  '/v1/projects/{projectId}/assets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Assets of a project, in their own order
     * @description Assets of a project, in their own order. For members of the tenant acted for. A personal access token needs the scope `READ`. In GraphQL: `query assets`.
     */
    get: operations['assets'];
    put?: never;
    /**
     * Declare an asset and get a signed upload for its bytes
     * @description Declare an asset and get a signed upload for its bytes. For members of the tenant acted for. A personal access token needs the scope `WRITE`. In GraphQL: `mutation createAsset`.
     */
    post: operations['createAsset'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/projects/{projectId}/assets/{assetId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One asset
     * @description One asset. For members of the tenant acted for. A personal access token needs the scope `READ`. In GraphQL: `query asset`.
     */
    get: operations['asset'];
    put?: never;
    post?: never;
    /**
     * Delete an asset
     * @description Delete an asset. For members of the tenant acted for. A personal access token needs the scope `WRITE`. In GraphQL: `mutation deleteAsset`.
     */
    delete: operations['deleteAsset'];
    options?: never;
    head?: never;
    /**
     * Change an asset
     * @description Change an asset. For members of the tenant acted for. A personal access token needs the scope `WRITE`. In GraphQL: `mutation updateAsset`.
     */
    patch: operations['updateAsset'];
    trace?: never;
  };
  '/v1/projects/{projectId}/assets/{assetId}/complete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Say that the bytes are sent: processing starts. Safe to repeat
     * @description Say that the bytes are sent: processing starts. Safe to repeat. For members of the tenant acted for. A personal access token needs the scope `WRITE`. In GraphQL: `mutation completeUpload`.
     */
    post: operations['completeUpload'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/inspirations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Inspirations of the tenant
     * @description Inspirations of the tenant. For members of the tenant acted for. A personal access token needs the scope `READ`. In GraphQL: `query inspirations`.
     */
    get: operations['inspirations'];
    put?: never;
    /**
     * Create an inspiration
     * @description Create an inspiration. For members of the tenant acted for. A personal access token needs the scope `WRITE`. In GraphQL: `mutation createInspiration`.
     */
    post: operations['createInspiration'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/inspirations/{inspirationId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One inspiration
     * @description One inspiration. For members of the tenant acted for. A personal access token needs the scope `READ`. In GraphQL: `query inspiration`.
     */
    get: operations['inspiration'];
    put?: never;
    post?: never;
    /**
     * Delete an inspiration
     * @description Delete an inspiration. For members of the tenant acted for. A personal access token needs the scope `WRITE`. In GraphQL: `mutation deleteInspiration`.
     */
    delete: operations['deleteInspiration'];
    options?: never;
    head?: never;
    /**
     * Change an inspiration
     * @description Change an inspiration. For members of the tenant acted for. A personal access token needs the scope `WRITE`. In GraphQL: `mutation updateInspiration`.
     */
    patch: operations['updateInspiration'];
    trace?: never;
  };
  '/v1/pages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Pages of the tenant, drafts included
     * @description Pages of the tenant, drafts included. For members of the tenant acted for. A personal access token needs the scope `READ`. In GraphQL: `query pages`.
     */
    get: operations['pages'];
    put?: never;
    /**
     * Create a page
     * @description Create a page. For members of the tenant acted for. A personal access token needs the scope `WRITE`. In GraphQL: `mutation createPage`.
     */
    post: operations['createPage'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/pages/{pageId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One page
     * @description One page. For members of the tenant acted for. A personal access token needs the scope `READ`. In GraphQL: `query page`.
     */
    get: operations['page'];
    put?: never;
    post?: never;
    /**
     * Delete a page; what is public is taken down
     * @description Delete a page; what is public is taken down. For members of the tenant acted for. A personal access token needs the scope `WRITE`. In GraphQL: `mutation deletePage`.
     */
    delete: operations['deletePage'];
    options?: never;
    head?: never;
    /**
     * Change a page
     * @description Change a page. For members of the tenant acted for. A personal access token needs the scope `WRITE`. In GraphQL: `mutation updatePage`.
     */
    patch: operations['updatePage'];
    trace?: never;
  };
  '/v1/pages/{pageId}/publish': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Publish the page as it stands
     * @description Publish the page as it stands. For members of the tenant acted for. A personal access token needs the scope `WRITE`. In GraphQL: `mutation publishPage`.
     */
    post: operations['publishPage'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/pages/{pageId}/unpublish': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take the public form of the page down; the draft stays
     * @description Take the public form of the page down; the draft stays. For members of the tenant acted for. A personal access token needs the scope `WRITE`. In GraphQL: `mutation unpublishPage`.
     */
    post: operations['unpublishPage'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/me/stats': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How often the tenant's public pages were looked at, from a day to another one, at most 31 days
     * @description How often the tenant's public pages were looked at, from a day to another one, at most 31 days. For members of the tenant acted for. A personal access token needs the scope `READ`. In GraphQL: `query stats`.
     */
    get: operations['stats'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/me/enrichment': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The tenant's choice for enrichment, and what it has used this month
     * @description The tenant's choice for enrichment, and what it has used this month. For members of the tenant acted for. A personal access token needs the scope `READ`. In GraphQL: `query enrichmentSettings`.
     */
    get: operations['enrichmentSettings'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change the tenant's choice for enrichment. For owners
     * @description Change the tenant's choice for enrichment. For owners. For members of the tenant acted for. A personal access token needs the scope `WRITE`. In GraphQL: `mutation updateEnrichmentSettings`.
     */
    patch: operations['updateEnrichmentSettings'];
    trace?: never;
  };
  '/v1/enrichments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Runs of enrichment, latest first
     * @description Runs of enrichment, latest first. For members of the tenant acted for. A personal access token needs the scope `READ`. In GraphQL: `query enrichments`.
     */
    get: operations['enrichments'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/enrichments/{enrichmentId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A run of enrichment
     * @description A run of enrichment. For members of the tenant acted for. A personal access token needs the scope `READ`. In GraphQL: `query enrichment`.
     */
    get: operations['enrichment'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/enrichments/{enrichmentId}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Stop a run: no further step is taken. What it has proposed stays. One that was stopped before answers as it is
     * @description Stop a run: no further step is taken. What it has proposed stays. One that was stopped before answers as it is. For members of the tenant acted for. A personal access token needs the scope `WRITE`. In GraphQL: `mutation cancelEnrichment`.
     */
    post: operations['cancelEnrichment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/projects/{projectId}/enrich': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Have models read a project with its assets and the public entries of its log; private ones are never read. The run goes on by itself: follow it with `enrichment`
     * @description Have models read a project with its assets and the public entries of its log; private ones are never read. The run goes on by itself: follow it with `enrichment`. For members of the tenant acted for. A personal access token needs the scope `WRITE`. In GraphQL: `mutation enrichProject`.
     */
    post: operations['enrichProject'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/projects/{projectId}/assets/{assetId}/enrich': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Have models read an asset
     * @description Have models read an asset. For members of the tenant acted for. A personal access token needs the scope `WRITE`. In GraphQL: `mutation enrichAsset`.
     */
    post: operations['enrichAsset'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/inspirations/{inspirationId}/enrich': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Have models read an inspiration and the page that it names
     * @description Have models read an inspiration and the page that it names. For members of the tenant acted for. A personal access token needs the scope `WRITE`. In GraphQL: `mutation enrichInspiration`.
     */
    post: operations['enrichInspiration'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/projects/{projectId}/proposals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Values that models propose for a project, its log and its assets
     * @description Values that models propose for a project, its log and its assets. For members of the tenant acted for. A personal access token needs the scope `READ`. In GraphQL: `query proposals`.
     */
    get: operations['proposals'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/projects/{projectId}/proposals/{proposalId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A proposal for a project, its log or its assets
     * @description A proposal for a project, its log or its assets. For members of the tenant acted for. A personal access token needs the scope `READ`. In GraphQL: `query proposal`.
     */
    get: operations['proposal'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/projects/{projectId}/proposals/{proposalId}/accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take over a proposal for a project, its log or its assets, as it is or edited. A value that was taken over by itself is confirmed
     * @description Take over a proposal for a project, its log or its assets, as it is or edited. A value that was taken over by itself is confirmed. For members of the tenant acted for. A personal access token needs the scope `WRITE`. In GraphQL: `mutation acceptProposal`.
     */
    post: operations['acceptProposal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/projects/{projectId}/proposals/{proposalId}/reject': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Refuse a proposal for a project, its log or its assets. Nothing else changes. A value that was taken over by itself, and by no person, can be refused too and counts no more. What was refused is not proposed by this model again; what it finds instead waits for a person
     * @description Refuse a proposal for a project, its log or its assets. Nothing else changes. A value that was taken over by itself, and by no person, can be refused too and counts no more. What was refused is not proposed by this model again; what it finds instead waits for a person. For members of the tenant acted for. A personal access token needs the scope `WRITE`. In GraphQL: `mutation rejectProposal`.
     */
    post: operations['rejectProposal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/inspirations/{inspirationId}/proposals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Values that models propose for an inspiration
     * @description Values that models propose for an inspiration. For members of the tenant acted for. A personal access token needs the scope `READ`. In GraphQL: `query inspirationProposals`.
     */
    get: operations['inspirationProposals'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/inspirations/{inspirationId}/proposals/{proposalId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A proposal for an inspiration
     * @description A proposal for an inspiration. For members of the tenant acted for. A personal access token needs the scope `READ`. In GraphQL: `query inspirationProposal`.
     */
    get: operations['inspirationProposal'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/inspirations/{inspirationId}/proposals/{proposalId}/accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take over a proposal for an inspiration, as it is or edited. A value that was taken over by itself is confirmed
     * @description Take over a proposal for an inspiration, as it is or edited. A value that was taken over by itself is confirmed. For members of the tenant acted for. A personal access token needs the scope `WRITE`. In GraphQL: `mutation acceptInspirationProposal`.
     */
    post: operations['acceptInspirationProposal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/inspirations/{inspirationId}/proposals/{proposalId}/reject': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Refuse a proposal for an inspiration. Nothing else changes. A value that was taken over by itself, and by no person, can be refused too and counts no more. What was refused is not proposed by this model again; what it finds instead waits for a person
     * @description Refuse a proposal for an inspiration. Nothing else changes. A value that was taken over by itself, and by no person, can be refused too and counts no more. What was refused is not proposed by this model again; what it finds instead waits for a person. For members of the tenant acted for. A personal access token needs the scope `WRITE`. In GraphQL: `mutation rejectInspirationProposal`.
     */
    post: operations['rejectInspirationProposal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/proposals/revert': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take back everything that was accepted from one model: where a field still holds it, what stood there before returns. Published works lose the values a moment later, and get what stood before when they are published again; a title stays until then. Safe to repeat
     * @description Take back everything that was accepted from one model: where a field still holds it, what stood there before returns. Published works lose the values a moment later, and get what stood before when they are published again; a title stays until then. Safe to repeat. For members of the tenant acted for. A personal access token needs the scope `WRITE`. In GraphQL: `mutation revertProposals`.
     */
    post: operations['revertProposals'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/members': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who may act for the tenant
     * @description Who may act for the tenant. For members of the tenant acted for. A personal access token needs the scope `READ`. In GraphQL: `query members`.
     */
    get: operations['members'];
    put?: never;
    /**
     * Let a person act for the tenant
     * @description Let a person act for the tenant. For members of the tenant acted for. A personal access token needs the scope `WRITE`. In GraphQL: `mutation addMember`.
     */
    post: operations['addMember'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/members/{uid}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One member
     * @description One member. For members of the tenant acted for. A personal access token needs the scope `READ`. In GraphQL: `query member`.
     */
    get: operations['member'];
    put?: never;
    post?: never;
    /**
     * Stop a person from acting for the tenant. The last owner stays
     * @description Stop a person from acting for the tenant. The last owner stays. For members of the tenant acted for. A personal access token needs the scope `WRITE`. In GraphQL: `mutation removeMember`.
     */
    delete: operations['removeMember'];
    options?: never;
    head?: never;
    /**
     * Change what a member may do
     * @description Change what a member may do. For members of the tenant acted for. A personal access token needs the scope `WRITE`. In GraphQL: `mutation updateMember`.
     */
    patch: operations['updateMember'];
    trace?: never;
  };
  '/v1/tokens': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Personal access tokens of the person who asks
     * @description Personal access tokens of the person who asks. For the person whose credential it is. A personal access token needs the scope `READ`. In GraphQL: `query tokens`.
     */
    get: operations['tokens'];
    put?: never;
    /**
     * Create a personal access token. Only a signed-in person can
     * @description Create a personal access token. Only a signed-in person can. For a person who is signed in: a personal access token is not taken. In GraphQL: `mutation createToken`.
     */
    post: operations['createToken'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/tokens/{tokenId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One personal access token of the person who asks
     * @description One personal access token of the person who asks. For the person whose credential it is. A personal access token needs the scope `READ`. In GraphQL: `query token`.
     */
    get: operations['token'];
    put?: never;
    post?: never;
    /**
     * Revoke a personal access token at once
     * @description Revoke a personal access token at once. For a person who is signed in: a personal access token is not taken. In GraphQL: `mutation deleteToken`.
     */
    delete: operations['deleteToken'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/tenants': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Every tenant. For operators
     * @description Every tenant. For operators. For operators who are signed in: a personal access token is not taken. In GraphQL: `query tenants`.
     */
    get: operations['tenants'];
    put?: never;
    /**
     * Create a tenant of its own and become its owner. For operators
     * @description Create a tenant of its own and become its owner. For operators. For operators who are signed in: a personal access token is not taken. In GraphQL: `mutation createTenant`.
     */
    post: operations['createTenant'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Search what is published: portfolios, works and pages, listed ones only
     * @description Search what is published: portfolios, works and pages, listed ones only. No credential is needed. In GraphQL: `query search`.
     */
    get: operations['search'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/search/suggestions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What a search in public may go on to, as one types
     * @description What a search in public may go on to, as one types. No credential is needed. In GraphQL: `query suggest`.
     */
    get: operations['suggest'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/recent': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Published works of everybody, listed ones only, latest published first
     * @description Published works of everybody, listed ones only, latest published first. No credential is needed. In GraphQL: `query recentProjects`.
     */
    get: operations['recentProjects'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/portfolios': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Published portfolios, listed ones only, by name
     * @description Published portfolios, listed ones only, by name. No credential is needed. In GraphQL: `query portfolios`.
     */
    get: operations['portfolios'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/portfolios/{handle}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One published portfolio
     * @description One published portfolio. No credential is needed. In GraphQL: `query portfolio`.
     */
    get: operations['portfolio'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/portfolios/{handle}/projects': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Published works, listed ones only, the latest date of making first
     * @description Published works, listed ones only, the latest date of making first. No credential is needed. In GraphQL: `query portfolioProjects`.
     */
    get: operations['portfolioProjects'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/portfolios/{handle}/projects/{slug}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One published work
     * @description One published work. No credential is needed. In GraphQL: `query publicProject`.
     */
    get: operations['publicProject'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/portfolios/{handle}/pages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Published pages, listed ones only
     * @description Published pages, listed ones only. No credential is needed. In GraphQL: `query portfolioPages`.
     */
    get: operations['portfolioPages'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/portfolios/{handle}/pages/{path}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One published page
     * @description One published page. No credential is needed. In GraphQL: `query publicPage`.
     */
    get: operations['publicPage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/openapi.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * This document
     * @description This document. No credential is needed.
     */
    get: operations['openapi'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /** @description How a proposal is accepted. */
    AcceptProposalInput: {
      /** @description What to take over instead of the proposed values; left out, they are taken as they are. None is blank, and a value that is sent twice is taken once. */
      values?: string[] | null;
      /**
       * Format: int32
       * @description The version of the target that you read; a newer one answers `VersionConflict` and changes nothing. Not needed where accepting makes something new.
       */
      expectedVersion?: number | null;
      /**
       * Format: int32
       * @description The `revision` of the proposal that you read; where a run has written it anew since, the answer is `VersionConflict` and nothing changes. Left out, it is taken as it stands.
       */
      expectedRevision?: number | null;
    };
    /** @description A person to let act for a tenant. Null means the same as leaving a field out. */
    AddMemberInput: {
      /** @description The person's `uid`; they find it at `me`. */
      uid: string;
      /** @description What the person may do. */
      role: components['schemas']['Role'];
      /** @description Name for the tenant's own lists. */
      label?: string | null;
    };
    /** @description A picture or file of a project. */
    Asset: {
      /** @description The asset's id, a ULID. */
      id: string;
      /** @description The project it belongs to. */
      projectId: string;
      /** @description Name of the file as uploaded. */
      fileName: string | null;
      /** @description Media type as declared and checked. */
      contentType: string;
      /**
       * Format: int32
       * @description Size in bytes.
       */
      size: number;
      /** @description SHA-256 of the bytes, in base64. */
      sha256: string;
      /** @description Place among the project's assets: a fractional index, compared as text. */
      position: string;
      /** @description Description for those who do not see it. */
      altText: string | null;
      /** @description Words under the picture. */
      caption: string | null;
      /** @description Who made or owns the picture, and its licence. */
      credit: string | null;
      /** @description What must stay visible when it is cropped. */
      focalPoint: components['schemas']['FocalPoint'] | null;
      /** @description Whether it is published with the project. */
      audience: components['schemas']['Audience'];
      /** @description How far it is. */
      status: components['schemas']['AssetStatus'];
      /** @description Why it was refused; null unless `status` is `FAILED`. */
      problem: string | null;
      /**
       * Format: int32
       * @description Width of the upright image in pixels; null until it is `READY`, and for files that are no images.
       */
      width: number | null;
      /**
       * Format: int32
       * @description Height of the upright image in pixels; null until it is `READY`, and for files that are no images.
       */
      height: number | null;
      /** @description ThumbHash of the image in base64, to draw while it loads. */
      thumbhash: string | null;
      /** @description Colours of the image as `#rrggbb`, the most frequent first. */
      palette: string[] | null;
      /** @description Sizes of the image, smallest first, with signed addresses. Empty until it is `READY`. */
      variants: components['schemas']['ImageVariant'][];
      /** @description Where the record came from, as the importer named it. */
      externalRef: string | null;
      /**
       * Format: int32
       * @description Counts what machines wrote: `version` does not.
       */
      revision: number;
      /**
       * Format: int32
       * @description Counts the edits made by people; pass it as `expectedVersion` when you change this.
       */
      version: number;
      /**
       * Format: date-time
       * @description When it was created.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description When a person last changed it.
       */
      updatedAt: string;
      /** @description `uid` of the person who last changed it. */
      updatedBy: string | null;
    };
    /** @description A page of assets. */
    AssetPage: {
      /** @description This page's entries, in the order asked for. */
      items: components['schemas']['Asset'][];
      /** @description Pass as `cursor` for the page after; null when there is none. */
      next: string | null;
    };
    /**
     * @description How far an uploaded file is.
     *
     *     - `AWAITING_UPLOAD`: Declared; the bytes have not arrived.
     *     - `PROCESSING`: Uploaded; variants are being made.
     *     - `READY`: Ready to be shown.
     *     - `FAILED`: Refused; `problem` says why.
     * @enum {string}
     */
    AssetStatus: 'AWAITING_UPLOAD' | 'PROCESSING' | 'READY' | 'FAILED';
    /**
     * @description Whether a part goes out when its project is published.
     *
     *     - `PUBLIC`: Published with the project.
     *     - `PRIVATE`: Never published.
     * @enum {string}
     */
    Audience: 'PUBLIC' | 'PRIVATE';
    /** @description A picture as lists and covers show it. */
    Cover: {
      /** @description The asset it was made from. */
      assetId: string;
      /**
       * Format: int32
       * @description Width of the original in pixels.
       */
      width: number;
      /**
       * Format: int32
       * @description Height of the original in pixels.
       */
      height: number;
      /** @description ThumbHash of the image in base64, to draw while it loads. */
      thumbhash: string | null;
      /** @description Description for those who do not see it. */
      altText: string | null;
      /** @description What must stay visible when it is cropped. */
      focalPoint: components['schemas']['FocalPoint'] | null;
      /** @description Colours of the image as `#rrggbb`, the most frequent first. */
      palette: string[] | null;
      /** @description Sizes, smallest first. Empty where the list is of drafts: read them from the asset. */
      variants: components['schemas']['ImageVariant'][];
    };
    /** @description A file to be uploaded: what it is, before a byte is sent. Null means the same as leaving a field out. */
    CreateAssetInput: {
      /** @description Name of the file, without control characters and marks that change the direction of text. */
      fileName?: string | null;
      /** @description Media type; checked again from the bytes. */
      contentType: string;
      /**
       * Format: int32
       * @description Size in bytes, at most 50 MB.
       */
      size: number;
      /** @description SHA-256 of the bytes, in base64. */
      sha256: string;
      /** @description Place among the project's assets: a fractional index, compared as text; its id when left out, so by creation. */
      position?: string | null;
      /** @description Description for those who do not see it. */
      altText?: string | null;
      /** @description Words under the picture. */
      caption?: string | null;
      /** @description Who made or owns the picture, and its licence. */
      credit?: string | null;
      /** @description What must stay visible when it is cropped. */
      focalPoint?: components['schemas']['FocalPointInput'] | null;
      /**
       * @description Whether it is published with the project.
       * @default PUBLIC
       */
      audience?: components['schemas']['Audience'] | null;
      /** @description Your own reference for the record. A second create with the same one answers `ExternalRefTaken` and the id that it has. */
      externalRef?: string | null;
    };
    /** @description What a new inspiration begins with. Null means the same as leaving a field out. */
    CreateInspirationInput: {
      /** @description What it is called. */
      title: string;
      /** @description Who made it. */
      creator?: string | null;
      /**
       * Format: uri
       * @description Where it was found: http or https.
       */
      sourceUrl?: string | null;
      /** @description Why it matters, in plain text. */
      note?: string | null;
      /** @description Keywords. */
      tags?: string[] | null;
      /** @description Licence or rights statement, where it is known. */
      licence?: string | null;
      /** @description Facts without a field of their own, in order. Keys may repeat. */
      facts?: components['schemas']['FactInput'][] | null;
      /**
       * @description Whether it is published with the projects that credit it.
       * @default PRIVATE
       */
      audience?: components['schemas']['Audience'] | null;
      /** @description Your own reference for the record. A second create with the same one answers `ExternalRefTaken` and the id that it has. */
      externalRef?: string | null;
    };
    /** @description What a new log entry begins with. Null means the same as leaving a field out. */
    CreateLogEntryInput: {
      /** @description Heading. */
      title?: string | null;
      /** @description Text in CommonMark with GitHub tables. HTML in it is sanitised when published. */
      body: string;
      /**
       * Format: date-time
       * @description When it happened; now when left out.
       */
      occurredAt?: string | null;
      /** @description Assets of the project that belong beside the words. */
      assetIds?: string[] | null;
      /** @description Keywords. */
      tags?: string[] | null;
      /** @description BCP 47 tag of the language of the text. */
      language?: string | null;
      /**
       * @description Whether it is published with the project.
       * @default PUBLIC
       */
      audience?: components['schemas']['Audience'] | null;
      /** @description Your own reference for the record. A second create with the same one answers `ExternalRefTaken` and the id that it has. */
      externalRef?: string | null;
    };
    /** @description What a new page begins with. Null means the same as leaving a field out. */
    CreatePageInput: {
      /** @description Address below `/@<handle>/pages/`: names of lower-case letters, digits and single hyphens, joined by `/`. */
      path: string;
      /** @description Title. */
      title: string;
      /** @description One or two plain sentences for lists and link previews. */
      summary?: string | null;
      /** @description Text in CommonMark with GitHub tables. HTML in it is sanitised when published. */
      body: string;
      /** @description BCP 47 tag of the language of the text. */
      language?: string | null;
      /**
       * Format: int32
       * @description Place in the list of pages: smaller first, then by path.
       */
      sortOrder?: number | null;
      /**
       * @description Whether the page is listed once it is published.
       * @default LISTED
       */
      visibility?: components['schemas']['Visibility'] | null;
      /** @description Your own reference for the record. A second create with the same one answers `ExternalRefTaken` and the id that it has. */
      externalRef?: string | null;
    };
    /** @description What a new project begins with. Null means the same as leaving a field out. */
    CreateProjectInput: {
      /** @description Title; `Untitled` when left out or empty. */
      title?: string | null;
      /** @description Name in the address; made from the title when left out. */
      slug?: string | null;
      /** @description Title in another language, as the maker or the museum gives it. */
      foreignTitle?: string | null;
      /** @description BCP 47 tag of the language of the title, for example `ja` or `fr`. */
      language?: string | null;
      /** @description Series, album or group that the work belongs to. */
      series?: string | null;
      /** @description Date as its maker writes it, for example `c. 1843–5`. */
      dateText?: string | null;
      /**
       * Format: int32
       * @description First year of making; negative years are BC.
       */
      yearStart?: number | null;
      /**
       * Format: int32
       * @description Last year of making; negative years are BC. Kept as given, even before `yearStart`.
       */
      yearEnd?: number | null;
      /** @description Materials and technique, for example `oil on canvas`. */
      medium?: string | null;
      /** @description Kind of work, for example `painting` or `performance`. */
      classification?: string | null;
      /** @description Size as written on the label. */
      dimensions?: string | null;
      /** @description What is written on the work. */
      inscription?: string | null;
      /** @description Plain text about the work. Line breaks are kept; nothing is interpreted. */
      description?: string | null;
      /** @description Longer text in CommonMark with GitHub tables. HTML in it is sanitised when published. */
      body?: string | null;
      /** @description History of ownership. */
      provenance?: string | null;
      /** @description Credit line of the holder, for example `Gift of the artist, 1998`. */
      creditLine?: string | null;
      /** @description Culture of origin. */
      culture?: string | null;
      /** @description Period of origin. */
      period?: string | null;
      /** @description Places tied to the work. */
      places?: string[] | null;
      /** @description Subjects and keywords. */
      tags?: string[] | null;
      /** @description Licence or rights statement for the record and its images. */
      licence?: string | null;
      /** @description Makers and helpers other than the owner, in order. */
      credits?: components['schemas']['CreditInput'][] | null;
      /** @description Facts without a field of their own, in order. Keys may repeat. */
      facts?: components['schemas']['FactInput'][] | null;
      /** @description Addresses elsewhere. */
      links?: components['schemas']['LinkInput'][] | null;
      /** @description The asset of the project that stands for it in lists; a new project has none yet. */
      coverAssetId?: string | null;
      /** @description Inspirations of the tenant that the project credits; public ones are published with it. */
      inspirationIds?: string[] | null;
      /**
       * @description Whether the project is listed once it is published.
       * @default LISTED
       */
      visibility?: components['schemas']['Visibility'] | null;
      /** @description Your own reference for the record. A second create with the same one answers `ExternalRefTaken` and the id that it has. */
      externalRef?: string | null;
    };
    /** @description What a new tenant begins with. Null means the same as leaving a field out. */
    CreateTenantInput: {
      /** @description Handle in the address of the portfolio: lower-case letters, digits and single hyphens. Handles are never given out again. */
      handle: string;
      /** @description Name as it should be shown. */
      name: string;
      /**
       * @description Person or organisation.
       * @default PERSON
       */
      kind?: components['schemas']['TenantKind'] | null;
      /** @description Name as filed, for example `Merian, Maria Sibylla`. */
      sortName?: string | null;
      /** @description Other names. */
      altNames?: string[] | null;
      /** @description Dates of life or activity as written, for example `1647–1717`. */
      dateText?: string | null;
      /**
       * Format: int32
       * @description Year of birth or foundation; negative years are BC.
       */
      birthYear?: number | null;
      /**
       * Format: int32
       * @description Year of death or closure; negative years are BC.
       */
      deathYear?: number | null;
      /** @description Place of birth or foundation. */
      birthPlace?: string | null;
      /** @description Place of death or closure. */
      deathPlace?: string | null;
      /** @description Nationality or seat. */
      nationality?: string | null;
      /** @description A short biography in plain text; lists and link previews show its beginning. */
      summary?: string | null;
      /** @description Artist statement or biography in CommonMark with GitHub tables. HTML in it is sanitised when published. */
      statement?: string | null;
      /** @description Licence of the profile text. */
      licence?: string | null;
      /** @description Facts without a field of their own, in order. Keys may repeat. */
      facts?: components['schemas']['FactInput'][] | null;
      /** @description Addresses elsewhere. */
      links?: components['schemas']['LinkInput'][] | null;
      /**
       * @description Whether the portfolio is listed once it is published.
       * @default LISTED
       */
      visibility?: components['schemas']['Visibility'] | null;
      /** @description Your own reference for the record. A second create with the same one answers `ExternalRefTaken` and the id that it has. */
      externalRef?: string | null;
    };
    /** @description What a new token may do. Null means the same as leaving a field out. */
    CreateTokenInput: {
      /** @description What it is for. */
      name: string;
      /** @description What it may do; naming a scope twice is naming it once. */
      scopes: components['schemas']['Scope'][];
      /**
       * Format: date-time
       * @description When it stops working; left out, it does not expire by itself.
       */
      expiresAt?: string | null;
    };
    /** @description A declared asset and how to upload its bytes. Call `completeUpload` when they are sent. */
    CreatedAsset: {
      /** @description The asset. */
      asset: components['schemas']['Asset'];
      /** @description How to upload it. */
      upload: components['schemas']['Upload'];
    };
    /** @description A new token with its secret, which is shown this once. */
    CreatedToken: {
      /** @description The token. */
      token: components['schemas']['Token'];
      /** @description The secret, `art_...`: send it as `Authorization: Bearer art_...` to REST and as `Authorization: art_...` to GraphQL. */
      secret: string;
    };
    /** @description A maker or helper other than the owner. */
    Credit: {
      /** @description Name as it should be shown. */
      name: string;
      /** @description What the person did, for example `printer`. */
      role: string | null;
      /** @description Handle of their own portfolio here, if they have one. */
      handle: string | null;
    };
    /** @description A maker or helper other than the owner. */
    CreditInput: {
      /** @description Name as it should be shown. */
      name: string;
      /** @description What the person did, for example `printer`. */
      role?: string | null;
      /** @description Handle of their own portfolio here, if they have one. */
      handle?: string | null;
    };
    /** @description What was deleted. */
    Deleted: {
      /** @description The id of what is gone. Its children follow within moments. */
      id: string;
    };
    /** @description A run of enrichment. */
    Enrichment: {
      /** @description The run's id, a ULID. */
      id: string;
      /** @description What it reads. */
      subject: components['schemas']['EnrichmentSubject'];
      /** @description The project of a project or an asset; null for inspirations. */
      projectId: string | null;
      /** @description The project, the asset or the inspiration. */
      entityId: string;
      /** @description How far it is. */
      state: components['schemas']['EnrichmentState'];
      /** @description Why it failed, or what was left out. */
      problem: string | null;
      /**
       * Format: int32
       * @description Proposals that it made.
       */
      proposals: number;
      /**
       * Format: int32
       * @description Tokens that it took.
       */
      tokens: number;
      /**
       * Format: int32
       * @description What it cost, in millionths of a US dollar.
       */
      microUsd: number;
      /** @description `uid` of who asked for it; null when a change did. */
      requestedBy: string | null;
      /**
       * Format: date-time
       * @description When it was asked for.
       */
      requestedAt: string;
      /**
       * Format: date-time
       * @description When it began.
       */
      startedAt: string | null;
      /**
       * Format: date-time
       * @description When it was over.
       */
      endedAt: string | null;
      /**
       * Format: int32
       * @description Counts what machines wrote.
       */
      revision: number;
    };
    /**
     * @description Whether models may read what a tenant keeps.
     *
     *     - `OFF`: Nothing of the tenant is ever sent to a model. Search goes on by words.
     *     - `ON_REQUEST`: Models read what a person asks for, and what search by meaning needs.
     *     - `AUTOMATIC`: Models read every change as well.
     * @enum {string}
     */
    EnrichmentMode: 'OFF' | 'ON_REQUEST' | 'AUTOMATIC';
    /** @description A page of runs. */
    EnrichmentPage: {
      /** @description This page's entries, latest first. */
      items: components['schemas']['Enrichment'][];
      /** @description Pass as `cursor` for the page after; null when there is none. */
      next: string | null;
    };
    /** @description A tenant's choice for enrichment, and what it has used this month. */
    EnrichmentSettings: {
      /** @description Whether models may read what the tenant keeps. */
      mode: components['schemas']['EnrichmentMode'];
      /** @description Fields whose proposals are taken over by themselves where nothing stands yet. What is published of them is marked. */
      automaticFields: components['schemas']['ProposalField'][];
      /** @description The tenant's own words for tags; with none, the platform's vocabulary is used. */
      vocabulary: string[];
      /**
       * Format: int32
       * @description Tokens that models may take in a calendar month (UTC). A run that would go over them fails before it is paid for.
       */
      monthlyTokens: number;
      /**
       * Format: int32
       * @description Cost that models may make in a calendar month, in millionths of a US dollar.
       */
      monthlyMicroUsd: number;
      /**
       * Format: int32
       * @description Tokens taken this month.
       */
      usedTokens: number;
      /**
       * Format: int32
       * @description Cost made this month, in millionths of a US dollar.
       */
      usedMicroUsd: number;
      /**
       * Format: int32
       * @description Counts the edits made by people, from 1 for the defaults; pass it as `expectedVersion` when you change this.
       */
      version: number;
      /**
       * Format: date-time
       * @description When a person last changed it; null while it has the defaults.
       */
      updatedAt: string | null;
      /** @description `uid` of the person who last changed it. */
      updatedBy: string | null;
    };
    /** @description Changes to a tenant's choice: a field left out stays, null gives it its default again. */
    EnrichmentSettingsInput: {
      /** @description Whether models may read what the tenant keeps; `ON_REQUEST` by default. */
      mode?: components['schemas']['EnrichmentMode'] | null;
      /** @description Fields whose proposals are taken over by themselves where nothing stands yet; none by default. A field that is named twice counts once. */
      automaticFields?: components['schemas']['ProposalField'][] | null;
      /** @description The tenant's own words for tags, none of them blank; none by default. A word that is sent twice is kept once. */
      vocabulary?: string[] | null;
      /**
       * Format: int32
       * @description Tokens that models may take in a calendar month; 2,000,000 by default. Before a call the most that it may take is put aside: a language model's question takes up to some ten thousand, so a limit or rest below that sends it nothing.
       */
      monthlyTokens?: number | null;
      /**
       * Format: int32
       * @description Cost that models may make in a calendar month, in millionths of a US dollar; 5,000,000 by default.
       */
      monthlyMicroUsd?: number | null;
    };
    /**
     * @description How far a run is.
     *
     *     - `REQUESTED`: Waiting for its turn.
     *     - `RUNNING`: At work.
     *     - `SUCCEEDED`: Done; `problem` says what was left out, or that there was nothing to read.
     *     - `FAILED`: Given up; `problem` says why.
     *     - `CANCELLED`: Stopped by a person.
     * @enum {string}
     */
    EnrichmentState: 'REQUESTED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'CANCELLED';
    /**
     * @description What a run reads.
     *
     *     - `PROJECT`: A project with its log and assets.
     *     - `ASSET`: One asset.
     *     - `INSPIRATION`: An inspiration with the page that it names.
     * @enum {string}
     */
    EnrichmentSubject: 'PROJECT' | 'ASSET' | 'INSPIRATION';
    /** @description How what was found is spread over the values of one field. */
    Facet: {
      /** @description `kind`, `medium`, `classification`, `tag`, `colour`, `licence`, `language` or `century`. */
      name: string;
      /** @description The most frequent values first, 20 at most. */
      values: components['schemas']['FacetValue'][];
    };
    /** @description One value of a facet. */
    FacetValue: {
      /** @description As the filter of the same name takes it. For `century`, its number, negative BC; there is no such filter: send its years as `yearFrom` and `yearTo`, for `19` 1801 and 1900. */
      value: string;
      /**
       * Format: int32
       * @description How many have it, of the first 10,000 found.
       */
      count: number;
    };
    /** @description A fact that has no field of its own. */
    Fact: {
      /** @description Machine name, for example `accession`. */
      key: string;
      /** @description What a reader sees before the value. */
      label: string;
      /** @description The value, as given. */
      value: string;
    };
    /** @description A fact that has no field of its own. */
    FactInput: {
      /** @description Machine name, for example `accession`. */
      key: string;
      /** @description What a reader sees before the value. */
      label: string;
      /** @description The value, as given. */
      value: string;
    };
    /** @description A point on an image, as fractions of its width and height from the top left. */
    FocalPoint: {
      /**
       * Format: double
       * @description From the left edge, 0 to 1.
       */
      x: number;
      /**
       * Format: double
       * @description From the top edge, 0 to 1.
       */
      y: number;
    };
    /** @description A point on an image, as fractions of its width and height from the top left. */
    FocalPointInput: {
      /**
       * Format: double
       * @description From the left edge, 0 to 1.
       */
      x: number;
      /**
       * Format: double
       * @description From the top edge, 0 to 1.
       */
      y: number;
    };
    /** @description A piece of a text around what was found in it. */
    Highlight: {
      /** @description Field that it is from: `title`, `altTitles`, `people`, `tags`, `medium`, `summary`, `body` or `context`. */
      field: string;
      /** @description The text in order, the words that were found apart from the rest. */
      parts: components['schemas']['HighlightPart'][];
    };
    /** @description A part of a highlight. */
    HighlightPart: {
      /** @description Plain text. */
      text: string;
      /** @description Whether it is what was looked for. */
      match: boolean;
    };
    /** @description One stored size of an image. */
    ImageVariant: {
      /** @description Where to read it. Of a draft: signed, for 15 minutes. Of a published work: public and cacheable. */
      url: string;
      /**
       * Format: int32
       * @description Width in pixels.
       */
      width: number;
      /**
       * Format: int32
       * @description Height in pixels.
       */
      height: number;
      /** @description Media type, for example `image/webp`. */
      contentType: string;
    };
    /** @description Something that a tenant keeps because it inspires. */
    Inspiration: {
      /** @description The inspiration's id, a ULID. */
      id: string;
      /** @description What it is called. */
      title: string;
      /** @description Who made it. */
      creator: string | null;
      /**
       * Format: uri
       * @description Where it was found.
       */
      sourceUrl: string | null;
      /** @description Why it matters, in plain text. */
      note: string | null;
      /** @description Keywords. */
      tags: string[] | null;
      /** @description Licence or rights statement, where it is known. */
      licence: string | null;
      /** @description Facts without a field of their own, in order. */
      facts: components['schemas']['Fact'][] | null;
      /** @description Whether it is published with the projects that credit it. */
      audience: components['schemas']['Audience'];
      /** @description Where the record came from, as the importer named it. */
      externalRef: string | null;
      /**
       * Format: int32
       * @description Counts the edits made by people; pass it as `expectedVersion` when you change this.
       */
      version: number;
      /**
       * Format: date-time
       * @description When it was created.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description When a person last changed it.
       */
      updatedAt: string;
      /** @description `uid` of the person who last changed it. */
      updatedBy: string | null;
    };
    /** @description A page of inspirations. */
    InspirationPage: {
      /** @description This page's entries, in the order asked for. */
      items: components['schemas']['Inspiration'][];
      /** @description Pass as `cursor` for the page after; null when there is none. */
      next: string | null;
    };
    /** @description A proposal that was not taken back. */
    LeftProposal: {
      /** @description The proposal. */
      id: string;
      /** @description The project that it is listed with; null for inspirations. */
      projectId: string | null;
      /** @description The inspiration that it is listed with; null for projects. */
      inspirationId: string | null;
      /** @description The field. */
      field: components['schemas']['ProposalField'];
      /** @description Why its value stays. */
      reason: string;
    };
    /** @description An address elsewhere. */
    Link: {
      /** @description What a reader sees. */
      label: string;
      /**
       * Format: uri
       * @description Where it leads.
       */
      url: string;
    };
    /** @description An address elsewhere. */
    LinkInput: {
      /** @description What a reader sees. */
      label: string;
      /**
       * Format: uri
       * @description Where it leads: http, https or mailto.
       */
      url: string;
    };
    /**
     * @description Order of a list of inspirations or pages.
     *
     *     - `CHANGED_DESC`: Last changed first.
     *     - `CHANGED_ASC`: Longest unchanged first.
     *     - `CREATED_DESC`: Newest first.
     *     - `CREATED_ASC`: Oldest first.
     * @enum {string}
     */
    ListOrder: 'CHANGED_DESC' | 'CHANGED_ASC' | 'CREATED_DESC' | 'CREATED_ASC';
    /** @description An entry of the process log: what was done, seen or thought. */
    LogEntry: {
      /** @description The entry's id, a ULID. */
      id: string;
      /** @description The project it belongs to. */
      projectId: string;
      /** @description Heading. */
      title: string | null;
      /** @description Text in CommonMark with GitHub tables. HTML in it is sanitised when published. */
      body: string;
      /**
       * Format: date-time
       * @description When it happened, which may be long before it was written down.
       */
      occurredAt: string;
      /** @description Assets of the project that belong beside the words. */
      assetIds: string[] | null;
      /** @description Keywords. */
      tags: string[] | null;
      /** @description BCP 47 tag of the language of the text. */
      language: string | null;
      /** @description Whether it is published with the project. */
      audience: components['schemas']['Audience'];
      /** @description Where the record came from, as the importer named it. */
      externalRef: string | null;
      /**
       * Format: int32
       * @description Counts the edits made by people; pass it as `expectedVersion` when you change this.
       */
      version: number;
      /**
       * Format: date-time
       * @description When it was created.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description When a person last changed it.
       */
      updatedAt: string;
      /** @description `uid` of the person who last changed it. */
      updatedBy: string | null;
    };
    /** @description A page of a process log. */
    LogEntryPage: {
      /** @description This page's entries, in the order asked for. */
      items: components['schemas']['LogEntry'][];
      /** @description Pass as `cursor` for the page after; null when there is none. */
      next: string | null;
    };
    /**
     * @description Order of a process log.
     *
     *     - `OCCURRED_DESC`: Latest first.
     *     - `OCCURRED_ASC`: Earliest first.
     * @enum {string}
     */
    LogOrder: 'OCCURRED_DESC' | 'OCCURRED_ASC';
    /** @description A published value that a machine made and no person has looked at, since the tenant chose so for its field. */
    MachineMade: {
      /** @description Name of the field beside this, for example `altText`. */
      field: string;
      /** @description Model and its version. */
      model: string;
      /**
       * Format: date-time
       * @description When it was made.
       */
      at: string;
      /** @description The values of a list that it made; null where the whole field is its. */
      values: string[] | null;
    };
    /** @description The person who is signed in. */
    Me: {
      /** @description The person's immutable id. */
      uid: string;
      /** @description Groups of the person, for example `operators`. */
      groups: string[];
      /** @description What the credential in use may do; null for a signed-in person. */
      scopes: components['schemas']['Scope'][] | null;
      /** @description Tenants that the person may act for. Their own comes first, once it has a profile. */
      memberships?: components['schemas']['MembershipPage'];
    };
    /** @description A person who may act for a tenant. */
    Member: {
      /** @description The person. */
      uid: string;
      /** @description What the person may do. */
      role: components['schemas']['Role'];
      /** @description Name that the tenant gave the person, for its own lists. */
      label: string | null;
      /**
       * Format: int32
       * @description Counts the edits made by people; pass it as `expectedVersion` when you change this.
       */
      version: number;
      /**
       * Format: date-time
       * @description When it was created.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description When a person last changed it.
       */
      updatedAt: string;
      /** @description `uid` of the person who last changed it. */
      updatedBy: string | null;
    };
    /** @description A page of members. */
    MemberPage: {
      /** @description This page's entries, in the order asked for. */
      items: components['schemas']['Member'][];
      /** @description Pass as `cursor` for the page after; null when there is none. */
      next: string | null;
    };
    /** @description A tenant that a person may act for. */
    Membership: {
      /** @description The tenant; send it as the header `X-Tenant` to act for it. */
      tenantId: string;
      /** @description What the person may do there. */
      role: components['schemas']['Role'];
    };
    /** @description A page of memberships. */
    MembershipPage: {
      /** @description This page's entries, in the order asked for. */
      items: components['schemas']['Membership'][];
      /** @description Pass as `cursor` for the page after; null when there is none. */
      next: string | null;
    };
    /** @description Something of the tenant's own that was found, as it stands now. */
    OwnHit: {
      /** @description What it is. */
      kind: components['schemas']['OwnKind'];
      /** @description Its id. */
      id: string;
      /** @description The project that it is a part of, or is. */
      projectId: string | null;
      /** @description Title; of what has none, its file name or the beginning of its text. */
      title: string;
      /**
       * Format: double
       * @description How well it fits; larger is better. Comparable within one answer only.
       */
      score: number;
      /** @description Where the words were found. Empty when it was found by meaning or look alone. */
      highlights: components['schemas']['Highlight'][];
      /**
       * Format: date-time
       * @description When a person changed it last.
       */
      updatedAt: string;
    };
    /**
     * @description What a tenant can find of its own.
     *
     *     - `PROJECT`: A project, drafts included.
     *     - `LOG_ENTRY`: An entry of a process log.
     *     - `ASSET`: A picture or file: its name, alternative text, caption and credit. What is written or spoken in it is found with its project, or as an entry of its log, once its proposal is accepted.
     *     - `INSPIRATION`: An inspiration.
     *     - `PAGE`: A page, drafts included.
     * @enum {string}
     */
    OwnKind: 'PROJECT' | 'LOG_ENTRY' | 'ASSET' | 'INSPIRATION' | 'PAGE';
    /** @description A page of what a tenant found of its own. */
    OwnSearchResult: {
      /** @description What fits best, first. */
      items: components['schemas']['OwnHit'][];
      /** @description Facets, when they were asked for. */
      facets: components['schemas']['Facet'][];
      /**
       * Format: int32
       * @description How many were found.
       */
      total: number;
      /** @description Whether there are more than `total`: counting stops at some point. */
      totalIsAtLeast: boolean;
      /** @description The words as they were probably meant; null when they are found as they are. */
      didYouMean: string | null;
      /** @description How it was looked for: `TEXT` where another mode was asked for and could not answer. */
      mode: components['schemas']['SearchMode'];
      /** @description Why it was looked for otherwise than asked; null when it was not. */
      notice: string | null;
      /** @description Pass as `cursor` for the page after; null when there is none. */
      next: string | null;
    };
    /** @description A page of a tenant's own: an exhibition text, a colophon, a guide. */
    Page: {
      /** @description The page's id, a ULID. */
      id: string;
      /** @description Address below `/@<handle>/pages/`, for example `guides/first-steps`. */
      path: string;
      /** @description Title. */
      title: string;
      /** @description One or two plain sentences for lists and link previews. */
      summary: string | null;
      /** @description Text in CommonMark with GitHub tables. HTML in it is sanitised when published. */
      body: string;
      /** @description BCP 47 tag of the language of the text. */
      language: string | null;
      /**
       * Format: int32
       * @description Place in the list of pages: smaller first, then by path.
       */
      sortOrder: number | null;
      /** @description Whether the page is listed once it is published. */
      visibility: components['schemas']['Visibility'];
      /** @description Where the record came from, as the importer named it. */
      externalRef: string | null;
      /** @description Whether it is public, and whether the public form is behind the draft. */
      state: components['schemas']['PublicationState'];
      /**
       * Format: int32
       * @description The version that is public; null when none is.
       */
      publishedVersion: number | null;
      /**
       * Format: date-time
       * @description When it was last published; null when it is not public.
       */
      publishedAt: string | null;
      /**
       * Format: int32
       * @description Counts the edits made by people; pass it as `expectedVersion` when you change this.
       */
      version: number;
      /**
       * Format: date-time
       * @description When it was created.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description When a person last changed it.
       */
      updatedAt: string;
      /** @description `uid` of the person who last changed it. */
      updatedBy: string | null;
    };
    /** @description A page as a list shows it. */
    PageCard: {
      /** @description The page's id, a ULID. */
      id: string;
      /** @description Address below `/@<handle>/pages/`. */
      path: string;
      /** @description Title. */
      title: string;
      /** @description Whether the page is listed once it is published. */
      visibility: components['schemas']['Visibility'];
      /** @description Whether it is public, and whether the public form is behind the draft. */
      state: components['schemas']['PublicationState'];
      /**
       * Format: int32
       * @description The version that is public; null when none is.
       */
      publishedVersion: number | null;
      /**
       * Format: date-time
       * @description When it was last published; null when it is not public.
       */
      publishedAt: string | null;
      /**
       * Format: int32
       * @description Counts the edits made by people.
       */
      version: number;
      /**
       * Format: date-time
       * @description When it was created.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description When a person last changed it.
       */
      updatedAt: string;
    };
    /** @description A page of pages. */
    PagePage: {
      /** @description This page's entries, in the order asked for. */
      items: components['schemas']['PageCard'][];
      /** @description Pass as `cursor` for the page after; null when there is none. */
      next: string | null;
    };
    /** @description A published portfolio. */
    Portfolio: {
      /** @description Handle in the address: `/@<handle>/`. Asked for by an old handle, the portfolio answers with its present one. */
      handle: string;
      /** @description Name. */
      name: string;
      /** @description Person or organisation. */
      kind: components['schemas']['TenantKind'];
      /** @description Name as filed, for example `Merian, Maria Sibylla`. */
      sortName: string | null;
      /** @description Other names. */
      altNames: string[] | null;
      /** @description Dates of life or activity as written, for example `1647–1717`. */
      dateText: string | null;
      /**
       * Format: int32
       * @description Year of birth or foundation; negative years are BC.
       */
      birthYear: number | null;
      /**
       * Format: int32
       * @description Year of death or closure; negative years are BC.
       */
      deathYear: number | null;
      /** @description Place of birth or foundation. */
      birthPlace: string | null;
      /** @description Place of death or closure. */
      deathPlace: string | null;
      /** @description Nationality or seat. */
      nationality: string | null;
      /** @description A short biography in plain text; lists and link previews show its beginning. */
      summary: string | null;
      /** @description Artist statement or biography in CommonMark with GitHub tables. HTML in it is sanitised when published. */
      statement: string | null;
      /** @description Licence of the profile text. */
      licence: string | null;
      /** @description The statement as sanitised HTML. */
      statementHtml: string | null;
      /** @description Facts without a field of their own, in order. */
      facts: components['schemas']['Fact'][] | null;
      /** @description Addresses elsewhere. */
      links: components['schemas']['Link'][] | null;
      /** @description Whether the portfolio is listed. */
      visibility: components['schemas']['Visibility'];
      /**
       * Format: int32
       * @description Version of the profile that is public.
       */
      version: number;
      /**
       * Format: date-time
       * @description When it was last published.
       */
      publishedAt: string;
      /** @description Published works, listed ones only, the latest date of making first. */
      projects?: components['schemas']['PublicProjectPage'];
      /** @description Published pages, listed ones only. */
      pages?: components['schemas']['PublicPagePage'];
    };
    /** @description A published portfolio as a list shows it. */
    PortfolioCard: {
      /** @description Handle in the address: `/@<handle>/`. */
      handle: string;
      /** @description Name. */
      name: string;
      /** @description Person or organisation. */
      kind: components['schemas']['TenantKind'];
      /** @description Dates of life or activity as written. */
      dateText: string | null;
      /** @description One or two plain sentences. */
      summary: string | null;
      /**
       * Format: date-time
       * @description When it was last published.
       */
      publishedAt: string;
    };
    /** @description A page of portfolios. */
    PortfolioPage: {
      /** @description This page's entries, in the order asked for. */
      items: components['schemas']['PortfolioCard'][];
      /** @description Pass as `cursor` for the page after; null when there is none. */
      next: string | null;
    };
    /** @description Who a tenant is: the draft behind the front page of its portfolio. */
    Profile: {
      /** @description The tenant's id; a personal tenant has its person's `uid`. */
      id: string;
      /** @description Handle in the address of the portfolio: `/@<handle>/`. */
      handle: string;
      /** @description Name as it should be shown. */
      name: string;
      /** @description Person or organisation. */
      kind: components['schemas']['TenantKind'];
      /** @description Name as filed, for example `Merian, Maria Sibylla`. */
      sortName: string | null;
      /** @description Other names. */
      altNames: string[] | null;
      /** @description Dates of life or activity as written, for example `1647–1717`. */
      dateText: string | null;
      /**
       * Format: int32
       * @description Year of birth or foundation; negative years are BC.
       */
      birthYear: number | null;
      /**
       * Format: int32
       * @description Year of death or closure; negative years are BC.
       */
      deathYear: number | null;
      /** @description Place of birth or foundation. */
      birthPlace: string | null;
      /** @description Place of death or closure. */
      deathPlace: string | null;
      /** @description Nationality or seat. */
      nationality: string | null;
      /** @description A short biography in plain text; lists and link previews show its beginning. */
      summary: string | null;
      /** @description Artist statement or biography in CommonMark with GitHub tables. HTML in it is sanitised when published. */
      statement: string | null;
      /** @description Licence of the profile text. */
      licence: string | null;
      /** @description Facts without a field of their own, in order. */
      facts: components['schemas']['Fact'][] | null;
      /** @description Addresses elsewhere. */
      links: components['schemas']['Link'][] | null;
      /** @description Whether the portfolio is listed. */
      visibility: components['schemas']['Visibility'];
      /** @description Where the record came from, as the importer named it. */
      externalRef: string | null;
      /** @description Whether it is public, and whether the public form is behind the draft. */
      state: components['schemas']['PublicationState'];
      /**
       * Format: int32
       * @description The version that is public; null when none is.
       */
      publishedVersion: number | null;
      /**
       * Format: date-time
       * @description When it was last published; null when it is not public.
       */
      publishedAt: string | null;
      /**
       * Format: int32
       * @description Counts the edits made by people; pass it as `expectedVersion` when you change this.
       */
      version: number;
      /**
       * Format: date-time
       * @description When it was created.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description When a person last changed it.
       */
      updatedAt: string;
      /** @description `uid` of the person who last changed it. */
      updatedBy: string | null;
    };
    /** @description A creative project or a single work, with its process log and assets: the draft. */
    Project: {
      /** @description The project's id, a ULID. */
      id: string;
      /** @description The tenant it belongs to. */
      tenantId: string;
      /** @description Name in the address: `/@<handle>/<slug>/`. */
      slug: string;
      /** @description Title; `Untitled` when none was given. */
      title: string;
      /** @description Title in another language, as the maker or the museum gives it. */
      foreignTitle: string | null;
      /** @description BCP 47 tag of the language of the title, for example `ja` or `fr`. */
      language: string | null;
      /** @description Series, album or group that the work belongs to. */
      series: string | null;
      /** @description Date as its maker writes it, for example `c. 1843–5`. */
      dateText: string | null;
      /**
       * Format: int32
       * @description First year of making; negative years are BC.
       */
      yearStart: number | null;
      /**
       * Format: int32
       * @description Last year of making; negative years are BC. Kept as given, even before `yearStart`.
       */
      yearEnd: number | null;
      /** @description Materials and technique, for example `oil on canvas`. */
      medium: string | null;
      /** @description Kind of work, for example `painting` or `performance`. */
      classification: string | null;
      /** @description Size as written on the label. */
      dimensions: string | null;
      /** @description What is written on the work. */
      inscription: string | null;
      /** @description Plain text about the work. Line breaks are kept; nothing is interpreted. */
      description: string | null;
      /** @description Longer text in CommonMark with GitHub tables. HTML in it is sanitised when published. */
      body: string | null;
      /** @description History of ownership. */
      provenance: string | null;
      /** @description Credit line of the holder, for example `Gift of the artist, 1998`. */
      creditLine: string | null;
      /** @description Culture of origin. */
      culture: string | null;
      /** @description Period of origin. */
      period: string | null;
      /** @description Places tied to the work. */
      places: string[] | null;
      /** @description Subjects and keywords. */
      tags: string[] | null;
      /** @description Licence or rights statement for the record and its images. */
      licence: string | null;
      /** @description Makers and helpers other than the owner, in order. */
      credits: components['schemas']['Credit'][] | null;
      /** @description Facts without a field of their own, in order. */
      facts: components['schemas']['Fact'][] | null;
      /** @description Addresses elsewhere. */
      links: components['schemas']['Link'][] | null;
      /** @description The asset that stands for the project in lists. */
      coverAssetId: string | null;
      /** @description Inspirations that the project credits. */
      inspirationIds: string[] | null;
      /** @description Whether the project is listed once it is published. */
      visibility: components['schemas']['Visibility'];
      /** @description Where the record came from, as the importer named it. */
      externalRef: string | null;
      /** @description Whether it is public, and whether the public form is behind the draft. */
      state: components['schemas']['PublicationState'];
      /**
       * Format: int32
       * @description The version that is public; null when none is.
       */
      publishedVersion: number | null;
      /**
       * Format: date-time
       * @description When it was last published; null when it is not public.
       */
      publishedAt: string | null;
      /**
       * Format: int32
       * @description Counts the edits made by people; pass it as `expectedVersion` when you change this.
       */
      version: number;
      /**
       * Format: date-time
       * @description When it was created.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description When a person last changed it.
       */
      updatedAt: string;
      /** @description `uid` of the person who last changed it. */
      updatedBy: string | null;
      /** @description The process log. The first page of a project of ordinary size costs no read of its own. */
      logs?: components['schemas']['LogEntryPage'];
      /** @description Pictures and files, in their own order. */
      assets?: components['schemas']['AssetPage'];
    };
    /** @description A project as a list shows it. */
    ProjectCard: {
      /** @description The project's id, a ULID. */
      id: string;
      /** @description The tenant it belongs to. */
      tenantId: string;
      /** @description Name in the address. */
      slug: string;
      /** @description Title. */
      title: string;
      /** @description Date as its maker writes it. */
      dateText: string | null;
      /** @description Materials and technique. */
      medium: string | null;
      /** @description The asset that stands for the project. */
      coverAssetId: string | null;
      /** @description Whether the project is listed once it is published. */
      visibility: components['schemas']['Visibility'];
      /** @description Whether it is public, and whether the public form is behind the draft. */
      state: components['schemas']['PublicationState'];
      /**
       * Format: int32
       * @description The version that is public; null when none is.
       */
      publishedVersion: number | null;
      /**
       * Format: date-time
       * @description When it was last published; null when it is not public.
       */
      publishedAt: string | null;
      /**
       * Format: int32
       * @description Counts the edits made by people.
       */
      version: number;
      /**
       * Format: date-time
       * @description When it was created.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description When a person last changed it.
       */
      updatedAt: string;
    };
    /**
     * @description Order of a list of projects.
     *
     *     - `CHANGED_DESC`: Last changed first.
     *     - `CHANGED_ASC`: Longest unchanged first.
     *     - `CREATED_DESC`: Newest first.
     *     - `CREATED_ASC`: Oldest first.
     *     - `TITLE_ASC`: By title, A to Z.
     *     - `TITLE_DESC`: By title, Z to A.
     * @enum {string}
     */
    ProjectOrder:
      'CHANGED_DESC' | 'CHANGED_ASC' | 'CREATED_DESC' | 'CREATED_ASC' | 'TITLE_ASC' | 'TITLE_DESC';
    /** @description A page of projects. */
    ProjectPage: {
      /** @description This page's entries, in the order asked for. */
      items: components['schemas']['ProjectCard'][];
      /** @description Pass as `cursor` for the page after; null when there is none. */
      next: string | null;
    };
    /** @description A value that a model proposes for a field. */
    Proposal: {
      /** @description The proposal's id; the same value proposed again by the same model has the same. */
      id: string;
      /** @description The project that it is listed with; null for inspirations. */
      projectId: string | null;
      /** @description The inspiration that it is listed with; null for projects. */
      inspirationId: string | null;
      /** @description What was read for it. */
      entity: components['schemas']['ProposalEntity'];
      /** @description Id of what was read for it. */
      entityId: string;
      /** @description The field. */
      field: components['schemas']['ProposalField'];
      /** @description One value, or several where the field is a list. */
      values: string[];
      /** @description How it stands. */
      state: components['schemas']['ProposalState'];
      /** @description What a person made of it, where it was taken over otherwise than proposed. */
      editedValues: string[] | null;
      /** @description What accepting it changes: a list is added to, anything else is replaced; `LOG` becomes a new, private entry. */
      targetEntity: components['schemas']['ProposalEntity'];
      /** @description Id of what accepting it changes; null while that is still to be made. */
      targetId: string | null;
      /** @description Name of the field there; `facts` for what has no field of its own. */
      targetField: string;
      /**
       * Format: int32
       * @description Version of the target after it was accepted by a person.
       */
      targetVersion: number | null;
      /** @description Whether it was taken over by itself, since the tenant chose so for the field. */
      automatic: boolean;
      /** @description Where it comes from. */
      receipt: components['schemas']['Receipt'];
      /** @description `uid` of the person who decided. */
      decidedBy: string | null;
      /**
       * Format: date-time
       * @description When it was decided.
       */
      decidedAt: string | null;
      /**
       * Format: date-time
       * @description When it was made.
       */
      createdAt: string;
      /**
       * Format: int32
       * @description Counts how often it was written, also by runs: pass it as `expectedRevision` to decide on what you read.
       */
      revision: number;
    };
    /**
     * @description What a proposed value is for.
     *
     *     - `PROJECT`: A project.
     *     - `ASSET`: An asset.
     *     - `LOG`: An entry of the process log.
     *     - `INSPIRATION`: An inspiration.
     * @enum {string}
     */
    ProposalEntity: 'PROJECT' | 'ASSET' | 'LOG' | 'INSPIRATION';
    /**
     * @description Fields that values are proposed for.
     *
     *     - `SUMMARY`: Description of a project, or what a source is about.
     *     - `TAGS`: Subjects and keywords, from the vocabulary and beside it.
     *     - `MEDIUM`: Materials and technique in one line.
     *     - `TECHNIQUE`: How it was made.
     *     - `PERIOD`: Period of origin.
     *     - `MOOD`: Mood.
     *     - `PEOPLE`: Named people.
     *     - `PLACES`: Named places.
     *     - `LANGUAGE`: BCP 47 tag of the language.
     *     - `ALT_TEXT`: Description of a picture for those who do not see it.
     *     - `CAPTION`: Words under a picture.
     *     - `OCR_TEXT`: Text that can be read in a picture.
     *     - `OBJECTS`: What a picture shows for sure.
     *     - `TRANSCRIPT`: What was said in a recording, with times.
     *     - `DOCUMENT_TEXT`: Text of an uploaded document.
     *     - `TITLE`: Title of a source.
     *     - `CREATOR`: Who made a source.
     *     - `SOURCE_DATE`: Date of a source as it states it.
     *     - `SOURCE_SITE`: Name of the site of a source.
     *     - `SOURCE_IMAGE`: Address of the main picture of a source.
     *     - `LICENCE`: Licence that a source states.
     * @enum {string}
     */
    ProposalField:
      | 'SUMMARY'
      | 'TAGS'
      | 'MEDIUM'
      | 'TECHNIQUE'
      | 'PERIOD'
      | 'MOOD'
      | 'PEOPLE'
      | 'PLACES'
      | 'LANGUAGE'
      | 'ALT_TEXT'
      | 'CAPTION'
      | 'OCR_TEXT'
      | 'OBJECTS'
      | 'TRANSCRIPT'
      | 'DOCUMENT_TEXT'
      | 'TITLE'
      | 'CREATOR'
      | 'SOURCE_DATE'
      | 'SOURCE_SITE'
      | 'SOURCE_IMAGE'
      | 'LICENCE';
    /** @description A page of proposals. */
    ProposalPage: {
      /** @description This page's entries. With a `state` a page may hold fewer than asked for, even none, while `next` leads on. */
      items: components['schemas']['Proposal'][];
      /** @description Pass as `cursor` for the page after; null when there is none. */
      next: string | null;
    };
    /**
     * @description How a proposal stands.
     *
     *     - `PROPOSED`: Nobody has decided yet.
     *     - `ACCEPTED`: Taken over, as proposed or edited.
     *     - `REJECTED`: Refused.
     *     - `REVERTED`: Taken over once and taken back.
     * @enum {string}
     */
    ProposalState: 'PROPOSED' | 'ACCEPTED' | 'REJECTED' | 'REVERTED';
    /** @description A picture of a published work. */
    PublicImage: {
      /** @description The asset's id. */
      assetId: string;
      /**
       * Format: int32
       * @description Width of the original in pixels.
       */
      width: number;
      /**
       * Format: int32
       * @description Height of the original in pixels.
       */
      height: number;
      /** @description ThumbHash of the image in base64, to draw while it loads. */
      thumbhash: string | null;
      /** @description Colours of the image as `#rrggbb`, the most frequent first. */
      palette: string[] | null;
      /** @description Description for those who do not see it. */
      altText: string | null;
      /** @description Words under the picture. */
      caption: string | null;
      /** @description Who made or owns the picture, and its licence. */
      credit: string | null;
      /** @description What must stay visible when it is cropped. */
      focalPoint: components['schemas']['FocalPoint'] | null;
      /** @description Sizes, smallest first. */
      variants: components['schemas']['ImageVariant'][];
      /** @description What of it a machine made and no person has looked at; null when nothing is. */
      machineMade: components['schemas']['MachineMade'][] | null;
    };
    /** @description A published inspiration. */
    PublicInspiration: {
      /** @description The inspiration's id. */
      id: string;
      /** @description What it is called. */
      title: string;
      /** @description Who made it. */
      creator: string | null;
      /**
       * Format: uri
       * @description Where it was found.
       */
      sourceUrl: string | null;
      /** @description Why it matters, in plain text. */
      note: string | null;
      /** @description Keywords. */
      tags: string[] | null;
      /** @description Licence or rights statement. */
      licence: string | null;
      /** @description Facts without a field of their own, in order. */
      facts: components['schemas']['Fact'][] | null;
      /** @description What of it a machine made and no person has looked at; null when nothing is. */
      machineMade: components['schemas']['MachineMade'][] | null;
    };
    /**
     * @description What can be found in public.
     *
     *     - `PORTFOLIO`: A portfolio.
     *     - `WORK`: A work.
     *     - `PAGE`: A page of a portfolio.
     * @enum {string}
     */
    PublicKind: 'PORTFOLIO' | 'WORK' | 'PAGE';
    /** @description A published entry of a process log. */
    PublicLogEntry: {
      /** @description The entry's id. */
      id: string;
      /** @description Heading. */
      title: string | null;
      /** @description Text as written, in CommonMark. */
      body: string;
      /** @description The text as sanitised HTML. */
      bodyHtml: string;
      /**
       * Format: date-time
       * @description When it happened.
       */
      occurredAt: string;
      /** @description Pictures beside the words, by the ids in `images`. */
      assetIds: string[] | null;
      /** @description Keywords. */
      tags: string[] | null;
      /** @description BCP 47 tag of the language of the text. */
      language: string | null;
    };
    /** @description A published page. */
    PublicPage: {
      /** @description The page's id. */
      id: string;
      /** @description Handle of the portfolio it is in. */
      handle: string;
      /** @description Name of the portfolio's owner. */
      artist: string;
      /** @description Address below `/@<handle>/pages/`. */
      path: string;
      /** @description Title. */
      title: string;
      /** @description One or two plain sentences. */
      summary: string | null;
      /** @description Text as written, in CommonMark. */
      body: string;
      /** @description The text as sanitised HTML. */
      bodyHtml: string;
      /** @description BCP 47 tag of the language of the text. */
      language: string | null;
      /**
       * Format: int32
       * @description Place in the list of pages.
       */
      sortOrder: number | null;
      /** @description Whether the page is listed. */
      visibility: components['schemas']['Visibility'];
      /**
       * Format: int32
       * @description Version of the page that is public.
       */
      version: number;
      /**
       * Format: date-time
       * @description When it was last published.
       */
      publishedAt: string;
    };
    /** @description A published page as a list shows it. */
    PublicPageCard: {
      /** @description Address below `/@<handle>/pages/`. */
      path: string;
      /** @description Title. */
      title: string;
      /** @description One or two plain sentences. */
      summary: string | null;
      /**
       * Format: int32
       * @description Place in the list of pages.
       */
      sortOrder: number | null;
      /**
       * Format: date-time
       * @description When it was last published.
       */
      publishedAt: string;
    };
    /** @description A page of published pages. */
    PublicPagePage: {
      /** @description This page's entries, in the order asked for. */
      items: components['schemas']['PublicPageCard'][];
      /** @description Pass as `cursor` for the page after; null when there is none. */
      next: string | null;
    };
    /** @description A published work. */
    PublicProject: {
      /** @description The project's id. */
      id: string;
      /** @description Handle of the portfolio it is in. */
      handle: string;
      /** @description Name of the portfolio's owner. */
      artist: string;
      /** @description Name in the address: `/@<handle>/<slug>/`. Asked for by an old name, the work answers with its present one. */
      slug: string;
      /** @description Title. */
      title: string;
      /** @description Title in another language, as the maker or the museum gives it. */
      foreignTitle: string | null;
      /** @description BCP 47 tag of the language of the title, for example `ja` or `fr`. */
      language: string | null;
      /** @description Series, album or group that the work belongs to. */
      series: string | null;
      /** @description Date as its maker writes it, for example `c. 1843–5`. */
      dateText: string | null;
      /**
       * Format: int32
       * @description First year of making; negative years are BC.
       */
      yearStart: number | null;
      /**
       * Format: int32
       * @description Last year of making; negative years are BC. Kept as given, even before `yearStart`.
       */
      yearEnd: number | null;
      /** @description Materials and technique, for example `oil on canvas`. */
      medium: string | null;
      /** @description Kind of work, for example `painting` or `performance`. */
      classification: string | null;
      /** @description Size as written on the label. */
      dimensions: string | null;
      /** @description What is written on the work. */
      inscription: string | null;
      /** @description Plain text about the work. Line breaks are kept; nothing is interpreted. */
      description: string | null;
      /** @description Longer text in CommonMark with GitHub tables. HTML in it is sanitised when published. */
      body: string | null;
      /** @description History of ownership. */
      provenance: string | null;
      /** @description Credit line of the holder, for example `Gift of the artist, 1998`. */
      creditLine: string | null;
      /** @description Culture of origin. */
      culture: string | null;
      /** @description Period of origin. */
      period: string | null;
      /** @description Places tied to the work. */
      places: string[] | null;
      /** @description Subjects and keywords. */
      tags: string[] | null;
      /** @description Licence or rights statement for the record and its images. */
      licence: string | null;
      /** @description The longer text as sanitised HTML. */
      bodyHtml: string | null;
      /** @description Makers and helpers other than the owner, in order. */
      credits: components['schemas']['Credit'][] | null;
      /** @description Facts without a field of their own, in order. */
      facts: components['schemas']['Fact'][] | null;
      /** @description Addresses elsewhere. */
      links: components['schemas']['Link'][] | null;
      /** @description Whether the work is listed. */
      visibility: components['schemas']['Visibility'];
      /** @description Picture for lists. */
      cover: components['schemas']['Cover'] | null;
      /** @description Pictures, in their own order. */
      images: components['schemas']['PublicImage'][];
      /** @description The process log, latest first. */
      logs: components['schemas']['PublicLogEntry'][];
      /** @description Inspirations that the work credits. */
      inspirations: components['schemas']['PublicInspiration'][];
      /** @description What of it a machine made and no person has looked at; null when nothing is. Pictures say it of themselves. */
      machineMade: components['schemas']['MachineMade'][] | null;
      /**
       * Format: int32
       * @description Version of the project that is public.
       */
      version: number;
      /**
       * Format: date-time
       * @description When it was last published.
       */
      publishedAt: string;
    };
    /** @description A published work as a list shows it. */
    PublicProjectCard: {
      /** @description The project's id. */
      id: string;
      /** @description Handle of the portfolio it is in. */
      handle: string;
      /** @description Name of the portfolio's owner. */
      artist: string;
      /** @description Name in the address: `/@<handle>/<slug>/`. */
      slug: string;
      /** @description Title. */
      title: string;
      /** @description BCP 47 tag of the language of the title. */
      language: string | null;
      /** @description Date as its maker writes it. */
      dateText: string | null;
      /**
       * Format: int32
       * @description First year of making.
       */
      yearStart: number | null;
      /** @description Materials and technique. */
      medium: string | null;
      /** @description Picture for lists. */
      cover: components['schemas']['Cover'] | null;
      /**
       * Format: date-time
       * @description When it was last published.
       */
      publishedAt: string;
    };
    /** @description A page of published works. */
    PublicProjectPage: {
      /** @description This page's entries, in the order asked for. */
      items: components['schemas']['PublicProjectCard'][];
      /** @description Pass as `cursor` for the page after; null when there is none. */
      next: string | null;
    };
    /**
     * @description How a draft stands to its public form.
     *
     *     - `DRAFT`: Not public.
     *     - `PUBLISHED`: Public, as it stands.
     *     - `CHANGED`: Public, and the draft has changed since.
     * @enum {string}
     */
    PublicationState: 'DRAFT' | 'PUBLISHED' | 'CHANGED';
    /** @description Where a generated value comes from. It stays with the value after a person has taken it over. */
    Receipt: {
      /** @description The run that made it. */
      enrichmentId: string;
      /** @description Model and its version. */
      model: string;
      /** @description Version of the instructions that the model was given. */
      promptVersion: string;
      /** @description What it was read from. */
      sourceEntity: components['schemas']['ReceiptSource'];
      /** @description Id of what it was read from. */
      sourceId: string;
      /** @description Address that it was read at; null for what the tenant holds. */
      sourceUrl: string | null;
      /** @description The words that it rests on, where it was read from a text. */
      passage: string | null;
      /**
       * Format: date-time
       * @description When the model answered.
       */
      at: string;
      /**
       * Format: int32
       * @description Tokens sent, of the call that gave it; a call that gave several values is counted in each.
       */
      inputTokens: number;
      /**
       * Format: int32
       * @description Tokens received.
       */
      outputTokens: number;
      /**
       * Format: int32
       * @description Cost of the call in millionths of a US dollar.
       */
      microUsd: number;
      /**
       * Format: double
       * @description How sure the model is, 0 to 1.
       */
      confidence: number;
    };
    /**
     * @description What a value was read from.
     *
     *     - `PROJECT`: A project's own texts.
     *     - `LOG`: An entry of the process log.
     *     - `ASSET`: An uploaded file.
     *     - `INSPIRATION`: An inspiration's own texts.
     *     - `WEB_PAGE`: A page on the web.
     * @enum {string}
     */
    ReceiptSource: 'PROJECT' | 'LOG' | 'ASSET' | 'INSPIRATION' | 'WEB_PAGE';
    /** @description Which accepted proposals to take back. */
    RevertProposalsInput: {
      /** @description Model and its version, as receipts name it. */
      model: string;
      /** @description Only those of this version of the instructions. */
      promptVersion?: string | null;
      /** @description The `next` of the answer before, where one call was not enough. */
      cursor?: string | null;
    };
    /** @description What came of taking back. */
    RevertedProposals: {
      /**
       * Format: int32
       * @description Proposals that were taken back.
       */
      reverted: number;
      /** @description Proposals whose values stay, and why. */
      left: components['schemas']['LeftProposal'][];
      /** @description Where there are more than one call takes back: pass as `cursor` to go on; null when all are done. */
      next: string | null;
    };
    /**
     * @description What a member may do for a tenant.
     *
     *     - `OWNER`: Everything, including members, tokens and deletion.
     *     - `EDITOR`: Read, write and publish.
     *     - `VIEWER`: Read, drafts included.
     * @enum {string}
     */
    Role: 'OWNER' | 'EDITOR' | 'VIEWER';
    /**
     * @description What a personal access token may do.
     *
     *     - `READ`: Read what its owner can read.
     *     - `WRITE`: Create, change, publish and delete what its owner can.
     * @enum {string}
     */
    Scope: 'READ' | 'WRITE';
    /** @description Something public that was found, as it stands now. */
    SearchHit: {
      /** @description What it is. */
      kind: components['schemas']['PublicKind'];
      /** @description Id of the work or page; a portfolio's handle. */
      id: string;
      /** @description Handle of the portfolio it is in. */
      handle: string;
      /** @description Name of the portfolio's owner. */
      artist: string;
      /** @description Name of a work in the address. */
      slug: string | null;
      /** @description Address on the site, for example `/@katsushika-hokusai/under-the-wave-off-kanagawa/`. */
      path: string;
      /** @description Title, or the name of the portfolio's owner. */
      title: string;
      /** @description BCP 47 tag of the language of the title. */
      language: string | null;
      /** @description Date as its maker writes it. */
      dateText: string | null;
      /** @description Materials and technique. */
      medium: string | null;
      /** @description Picture for lists. */
      cover: components['schemas']['Cover'] | null;
      /**
       * Format: double
       * @description How well it fits; larger is better. Comparable within one answer only.
       */
      score: number;
      /** @description Where the words were found. Empty when it was found by meaning or look alone, or has changed since. */
      highlights: components['schemas']['Highlight'][];
      /**
       * Format: date-time
       * @description When it was last published.
       */
      publishedAt: string;
    };
    /**
     * @description How a search looks for things.
     *
     *     - `TEXT`: By words: telling fields count more, accents are folded, typing errors forgiven.
     *     - `SEMANTIC`: By meaning.
     *     - `HYBRID`: By words and by meaning, merged.
     *     - `SIMILAR`: Neighbours of a work in meaning, and in look where it has a picture.
     *     - `IMAGE`: By the look of a picture.
     * @enum {string}
     */
    SearchMode: 'TEXT' | 'SEMANTIC' | 'HYBRID' | 'SIMILAR' | 'IMAGE';
    /** @description A page of what was found in public. */
    SearchResult: {
      /** @description What fits best, first. */
      items: components['schemas']['SearchHit'][];
      /** @description Facets, when they were asked for. */
      facets: components['schemas']['Facet'][];
      /**
       * Format: int32
       * @description How many were found.
       */
      total: number;
      /** @description Whether there are more than `total`: counting stops at some point. */
      totalIsAtLeast: boolean;
      /** @description The words as they were probably meant; null when they are found as they are. */
      didYouMean: string | null;
      /** @description How it was looked for: `TEXT` where another mode was asked for and could not answer. */
      mode: components['schemas']['SearchMode'];
      /** @description Why it was looked for otherwise than asked; null when it was not. */
      notice: string | null;
      /** @description Pass as `cursor` for the page after; null when there is none. */
      next: string | null;
    };
    /**
     * @description How often a tenant's public pages were looked at. A view is a page that somebody was answered with; programs that name
     *     themselves are left out, and so is the same page again within 30 minutes. Days are UTC.
     */
    Stats: {
      /** @description The first day asked for. */
      from: string;
      /** @description The last day asked for. */
      to: string;
      /**
       * Format: int32
       * @description Views of all pages.
       */
      views: number;
      /**
       * Format: int32
       * @description The visitors of each day, added up: nobody is known again on another day.
       */
      visitors: number;
      /** @description Days that were counted and had views, in their order. */
      days: components['schemas']['StatsDay'][];
      /** @description Sites that led to views, the twenty with most. */
      referrers: components['schemas']['StatsCount'][];
      /** @description Countries that views came from, as ISO 3166-1 alpha-2 codes, the twenty with most. */
      countries: components['schemas']['StatsCount'][];
      /** @description Works that were looked at, the twenty with most views. */
      works: components['schemas']['StatsWork'][];
      /** @description What was searched for on this site before a page was opened, the twenty with most views. */
      terms: components['schemas']['StatsCount'][];
    };
    /** @description What was counted for a referrer, a country or a search. */
    StatsCount: {
      /** @description The site's host, the country's code, or the words in lower case. */
      name: string;
      /**
       * Format: int32
       * @description Views.
       */
      views: number;
      /**
       * Format: int32
       * @description The visitors of each day, added up.
       */
      visitors: number;
    };
    /** @description What was counted on a day. */
    StatsDay: {
      /** @description The day (UTC), such as 2026-11-21. */
      day: string;
      /**
       * Format: int32
       * @description Views of all pages.
       */
      views: number;
      /**
       * Format: int32
       * @description Different visitors.
       */
      visitors: number;
    };
    /** @description What was counted for a work. */
    StatsWork: {
      /** @description The project. */
      projectId: string;
      /** @description Its title when it was counted last, cut after 100 characters. */
      title: string;
      /**
       * Format: int32
       * @description Views.
       */
      views: number;
      /**
       * Format: int32
       * @description The visitors of each day, added up.
       */
      visitors: number;
    };
    /** @description A public title or name that goes on from what was typed. */
    Suggestion: {
      /** @description Title or name. */
      text: string;
      /** @description What it is of. */
      kind: components['schemas']['PublicKind'];
      /** @description Address on the site. */
      path: string;
    };
    /** @description Public titles and names that go on from what was typed. */
    SuggestionList: {
      /** @description The best first. */
      items: components['schemas']['Suggestion'][];
    };
    /** @description A tenant in a list of operators. */
    TenantCard: {
      /** @description The tenant's id. */
      id: string;
      /** @description Handle in the address of the portfolio. */
      handle: string;
      /** @description Name. */
      name: string;
      /**
       * Format: date-time
       * @description When it was created.
       */
      createdAt: string;
    };
    /**
     * @description Whether a portfolio is of a person or of a group.
     *
     *     - `PERSON`: A single artist.
     *     - `ORGANISATION`: A group, a company, an institution or a collection.
     * @enum {string}
     */
    TenantKind: 'PERSON' | 'ORGANISATION';
    /** @description A page of tenants. */
    TenantPage: {
      /** @description This page's entries, in the order asked for. */
      items: components['schemas']['TenantCard'][];
      /** @description Pass as `cursor` for the page after; null when there is none. */
      next: string | null;
    };
    /** @description A personal access token, without its secret. */
    Token: {
      /** @description The token's id, a ULID. */
      id: string;
      /** @description What it is for. */
      name: string;
      /** @description What it may do. */
      scopes: components['schemas']['Scope'][];
      /**
       * Format: date-time
       * @description When it stops working; null when it does not expire by itself.
       */
      expiresAt: string | null;
      /**
       * Format: date-time
       * @description When it was created.
       */
      createdAt: string;
    };
    /** @description A page of tokens. */
    TokenPage: {
      /** @description This page's entries, in the order asked for. */
      items: components['schemas']['Token'][];
      /** @description Pass as `cursor` for the page after; null when there is none. */
      next: string | null;
    };
    /** @description Changes to an asset: a field left out stays, null clears it; what is never empty refuses null. */
    UpdateAssetInput: {
      /** @description Place among the project's assets: a fractional index, compared as text; null gives it its id again. */
      position?: string | null;
      /** @description Description for those who do not see it. */
      altText?: string | null;
      /** @description Words under the picture. */
      caption?: string | null;
      /** @description Who made or owns the picture, and its licence. */
      credit?: string | null;
      /** @description What must stay visible when it is cropped. */
      focalPoint?: components['schemas']['FocalPointInput'] | null;
      /** @description Whether it is published with the project. */
      audience?: components['schemas']['Audience'];
      /**
       * Format: int32
       * @description The version that you read, where `If-Match` does not say it.
       */
      expectedVersion?: number;
    };
    /** @description Changes to an inspiration: a field left out stays, null clears it; what is never empty refuses null. */
    UpdateInspirationInput: {
      /** @description What it is called. */
      title?: string;
      /** @description Who made it. */
      creator?: string | null;
      /**
       * Format: uri
       * @description Where it was found: http or https.
       */
      sourceUrl?: string | null;
      /** @description Why it matters, in plain text. */
      note?: string | null;
      /** @description Keywords. */
      tags?: string[] | null;
      /** @description Licence or rights statement, where it is known. */
      licence?: string | null;
      /** @description Facts without a field of their own, in order. Keys may repeat. */
      facts?: components['schemas']['FactInput'][] | null;
      /** @description Whether it is published with the projects that credit it. */
      audience?: components['schemas']['Audience'];
      /**
       * Format: int32
       * @description The version that you read, where `If-Match` does not say it.
       */
      expectedVersion?: number;
    };
    /** @description Changes to a log entry: a field left out stays, null clears it; what is never empty refuses null. */
    UpdateLogEntryInput: {
      /** @description Heading. */
      title?: string | null;
      /** @description Text in CommonMark with GitHub tables. HTML in it is sanitised when published. */
      body?: string;
      /**
       * Format: date-time
       * @description When it happened.
       */
      occurredAt?: string;
      /** @description Assets of the project that belong beside the words. */
      assetIds?: string[] | null;
      /** @description Keywords. */
      tags?: string[] | null;
      /** @description BCP 47 tag of the language of the text. */
      language?: string | null;
      /** @description Whether it is published with the project. */
      audience?: components['schemas']['Audience'];
      /**
       * Format: int32
       * @description The version that you read, where `If-Match` does not say it.
       */
      expectedVersion?: number;
    };
    /** @description Changes to a member: a field left out stays, null clears it; what is never empty refuses null. */
    UpdateMemberInput: {
      /** @description What the person may do. */
      role?: components['schemas']['Role'];
      /** @description Name for the tenant's own lists. */
      label?: string | null;
      /**
       * Format: int32
       * @description The version that you read, where `If-Match` does not say it.
       */
      expectedVersion?: number;
    };
    /** @description Changes to a page: a field left out stays, null clears it; what is never empty refuses null. */
    UpdatePageInput: {
      /** @description Address below `/@<handle>/pages/`: names of lower-case letters, digits and single hyphens, joined by `/`. */
      path?: string;
      /** @description Title. */
      title?: string;
      /** @description One or two plain sentences for lists and link previews. */
      summary?: string | null;
      /** @description Text in CommonMark with GitHub tables. HTML in it is sanitised when published. */
      body?: string;
      /** @description BCP 47 tag of the language of the text. */
      language?: string | null;
      /**
       * Format: int32
       * @description Place in the list of pages: smaller first, then by path.
       */
      sortOrder?: number | null;
      /** @description Whether the page is listed once it is published. */
      visibility?: components['schemas']['Visibility'];
      /**
       * Format: int32
       * @description The version that you read, where `If-Match` does not say it.
       */
      expectedVersion?: number;
    };
    /** @description Changes to a profile: a field left out stays, null clears it; what is never empty refuses null. */
    UpdateProfileInput: {
      /** @description A new handle; the old one keeps redirecting and is never given out again. */
      handle?: string;
      /** @description Name as it should be shown. */
      name?: string;
      /** @description Person or organisation. */
      kind?: components['schemas']['TenantKind'];
      /** @description Name as filed, for example `Merian, Maria Sibylla`. */
      sortName?: string | null;
      /** @description Other names. */
      altNames?: string[] | null;
      /** @description Dates of life or activity as written, for example `1647–1717`. */
      dateText?: string | null;
      /**
       * Format: int32
       * @description Year of birth or foundation; negative years are BC.
       */
      birthYear?: number | null;
      /**
       * Format: int32
       * @description Year of death or closure; negative years are BC.
       */
      deathYear?: number | null;
      /** @description Place of birth or foundation. */
      birthPlace?: string | null;
      /** @description Place of death or closure. */
      deathPlace?: string | null;
      /** @description Nationality or seat. */
      nationality?: string | null;
      /** @description A short biography in plain text; lists and link previews show its beginning. */
      summary?: string | null;
      /** @description Artist statement or biography in CommonMark with GitHub tables. HTML in it is sanitised when published. */
      statement?: string | null;
      /** @description Licence of the profile text. */
      licence?: string | null;
      /** @description Facts without a field of their own, in order. Keys may repeat. */
      facts?: components['schemas']['FactInput'][] | null;
      /** @description Addresses elsewhere. */
      links?: components['schemas']['LinkInput'][] | null;
      /** @description Whether the portfolio is listed. */
      visibility?: components['schemas']['Visibility'];
      /**
       * Format: int32
       * @description The version that you read, where `If-Match` does not say it.
       */
      expectedVersion?: number;
    };
    /** @description Changes to a project: a field left out stays, null clears it; what is never empty refuses null. */
    UpdateProjectInput: {
      /** @description Title; null or an empty one becomes `Untitled`. */
      title?: string | null;
      /** @description A new name in the address; the old one keeps redirecting once the change is published. */
      slug?: string;
      /** @description Title in another language, as the maker or the museum gives it. */
      foreignTitle?: string | null;
      /** @description BCP 47 tag of the language of the title, for example `ja` or `fr`. */
      language?: string | null;
      /** @description Series, album or group that the work belongs to. */
      series?: string | null;
      /** @description Date as its maker writes it, for example `c. 1843–5`. */
      dateText?: string | null;
      /**
       * Format: int32
       * @description First year of making; negative years are BC.
       */
      yearStart?: number | null;
      /**
       * Format: int32
       * @description Last year of making; negative years are BC. Kept as given, even before `yearStart`.
       */
      yearEnd?: number | null;
      /** @description Materials and technique, for example `oil on canvas`. */
      medium?: string | null;
      /** @description Kind of work, for example `painting` or `performance`. */
      classification?: string | null;
      /** @description Size as written on the label. */
      dimensions?: string | null;
      /** @description What is written on the work. */
      inscription?: string | null;
      /** @description Plain text about the work. Line breaks are kept; nothing is interpreted. */
      description?: string | null;
      /** @description Longer text in CommonMark with GitHub tables. HTML in it is sanitised when published. */
      body?: string | null;
      /** @description History of ownership. */
      provenance?: string | null;
      /** @description Credit line of the holder, for example `Gift of the artist, 1998`. */
      creditLine?: string | null;
      /** @description Culture of origin. */
      culture?: string | null;
      /** @description Period of origin. */
      period?: string | null;
      /** @description Places tied to the work. */
      places?: string[] | null;
      /** @description Subjects and keywords. */
      tags?: string[] | null;
      /** @description Licence or rights statement for the record and its images. */
      licence?: string | null;
      /** @description Makers and helpers other than the owner, in order. */
      credits?: components['schemas']['CreditInput'][] | null;
      /** @description Facts without a field of their own, in order. Keys may repeat. */
      facts?: components['schemas']['FactInput'][] | null;
      /** @description Addresses elsewhere. */
      links?: components['schemas']['LinkInput'][] | null;
      /** @description The asset of the project that stands for it in lists; a new project has none yet. */
      coverAssetId?: string | null;
      /** @description Inspirations of the tenant that the project credits; public ones are published with it. */
      inspirationIds?: string[] | null;
      /** @description Whether the project is listed once it is published. */
      visibility?: components['schemas']['Visibility'];
      /**
       * Format: int32
       * @description The version that you read, where `If-Match` does not say it.
       */
      expectedVersion?: number;
    };
    /** @description A signed request that uploads one file. It fixes length, type and checksum: anything else is refused. */
    Upload: {
      /** @description Where to send the bytes. */
      url: string;
      /** @description HTTP method: `PUT`. */
      method: string;
      /** @description Headers that must be sent as they are. */
      headers: components['schemas']['UploadHeader'][];
      /**
       * Format: date-time
       * @description When the address stops working.
       */
      expiresAt: string;
    };
    /** @description A header to send with an upload. */
    UploadHeader: {
      /** @description Name. */
      name: string;
      /** @description Value. */
      value: string;
    };
    /**
     * @description Who finds a published thing.
     *
     *     - `LISTED`: Shown in lists, on the home page and in search.
     *     - `UNLISTED`: Reachable by its address only.
     * @enum {string}
     */
    Visibility: 'LISTED' | 'UNLISTED';
    /** @description What went wrong, as problem details (RFC 9457). */
    Problem: {
      /**
       * Format: uri
       * @description Which error it is: an address whose end is its permanent name.
       */
      type: string;
      /** @description The error in short, the same each time. */
      title: string;
      /**
       * Format: int32
       * @description The HTTP status.
       */
      status: number;
      /** @description What was received and what to do. */
      detail: string;
      /** @description Id of the request. */
      instance: string;
      /** @description Each thing that is wrong with the input. */
      errors?: components['schemas']['FieldProblem'][];
      /** @description What else helps, for example the `id` behind a taken reference. */
      info?: Record<string, never>;
    };
    /** @description One thing that is wrong with the input. */
    FieldProblem: {
      /** @description JSON pointer into the body, `body` for all of it, or the name of a parameter or header. */
      field: string;
      /** @description What came, cut when it is long. */
      received: string;
      /** @description What to send instead. */
      fix: string;
    };
  };
  responses: {
    /** @description You asked by an old handle, slug or path: it is at the address in `Location` now, with the same query. */
    Moved: {
      headers: {
        Location: components['headers']['Location'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "location": "https://artissist.example/v1/portfolios/katsushika-hokusai/projects/wave"
         *     }
         */
        'application/json': {
          /**
           * Format: uri
           * @description As in the header `Location`.
           */
          location: string;
        };
      };
    };
    /** @description What you have is current. */
    NotModified: {
      headers: {
        ETag: components['headers']['ETag'];
        [name: string]: unknown;
      };
      content?: never;
    };
    /** @description `BadInput`: The input is not valid. Change what `field` names as `fix` says, and send it again. */
    BadInput: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `Unauthenticated`: A credential is missing or no longer valid. Sign in, or send a personal access token as `Authorization: Bearer art_...`. */
    Unauthenticated: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'WWW-Authenticate': components['headers']['WWW-Authenticate'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `Forbidden`: The credential does not allow this. Use a credential with the role or scope that this needs. */
    Forbidden: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `NotFound`: There is nothing here. Check the address and the tenant that you act for; what belongs to others answers the same. */
    NotFound: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `VersionConflict`: Somebody else changed it since you read it. Read it again, repeat your change on what you get, and send its `version`. */
    VersionConflict: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `ExternalRefTaken`: The external reference is taken. The record was created before: change the one with the id that the error carries. */
    ExternalRefTaken: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `MemberExists`: The person is a member already. Change the role of the member instead of adding the person again. */
    MemberExists: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `NotReady`: It is not ready for this. Wait until its `status` says `READY`, or finish what is missing, and try again. */
    NotReady: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `PreconditionFailed`: It is no longer what `If-Match` names. Read it again, repeat your change on what you get, and send its new `ETag`. */
    PreconditionFailed: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `TooLarge`: It is more than fits. Send at most 1 MB of JSON, and at most 400 KB for one entry with all its fields; publishing needs a little room beside them. The bytes of files, at most 50 MB, go to the address of their upload. */
    TooLarge: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `UnsupportedMediaType`: The body is in a format that is not understood here. Send JSON in UTF-8 with `Content-Type: application/json` and without `Content-Encoding`. */
    UnsupportedMediaType: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `TextTooComplex`: A text is too complex to be rendered. Simplify the Markdown that `field` names: fewer marks, and less within each other; or divide the text. */
    TextTooComplex: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `PreconditionRequired`: The version you read is missing. Send the `ETag` that you read as `If-Match`, or its `version` as `expectedVersion`. */
    PreconditionRequired: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `Throttled`: Too many requests. Wait as long as `Retry-After` says, and try again. */
    Throttled: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Retry-After': components['headers']['Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `Internal`: Something went wrong here. Try again; if it stays, report the request id. */
    Internal: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `Unavailable`: The service cannot answer now. Wait as long as `Retry-After` says, and try again. */
    Unavailable: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Retry-After': components['headers']['Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
  };
  parameters: {
    /**
     * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
     * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
     */
    'X-Tenant': string;
    /**
     * @description The `ETag` that you read. Only the version in it is compared; `*` takes any. Either this or `expectedVersion` is required.
     * @example "3-5c1e0a9b7d2f4e68"
     */
    'If-Match': string;
    /**
     * @description An `ETag` that you have: answers 304 without a body while it is current.
     * @example "3-5c1e0a9b7d2f4e68"
     */
    'If-None-Match': string;
    /**
     * @description The version that you read, where neither `If-Match` nor the body says it.
     * @example 3
     */
    expectedVersion: number;
    /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
    fields: string;
  };
  requestBodies: {
    /** @description The version that you read, where `If-Match` does not say it. */
    Version: {
      content: {
        /**
         * @example {
         *       "expectedVersion": 3
         *     }
         */
        'application/json': {
          /**
           * Format: int32
           * @description The version that you read.
           */
          expectedVersion?: number;
        };
      };
    };
  };
  headers: {
    /**
     * @description Version, where there is one, and hash of the answer. Send it as `If-Match` or `If-None-Match`.
     * @example "3-5c1e0a9b7d2f4e68"
     */
    ETag: string;
    /**
     * @description The page after this one, with `rel="next"`; absent on the last.
     * @example <https://artissist.example/v1/projects?cursor=eyJ2IjoxfQ>; rel="next"
     */
    Link: string;
    /**
     * @description Address of what is new, or of what has another name now.
     * @example https://artissist.example/v1/projects/01JZ5X8Q4M7N2P9R3S6T8V0W1Y
     */
    Location: string;
    /**
     * @description How long the answer may be kept, and by whom.
     * @example private, no-cache
     */
    'Cache-Control': string;
    /**
     * @description Seconds to wait before the next try.
     * @example 1
     */
    'Retry-After': string;
    /**
     * @description Which credential is asked for.
     * @example Bearer realm="artissist"
     */
    'WWW-Authenticate': string;
    /**
     * @description Id of the request: yours, where you sent one of 8 to 64 letters, digits and hyphens, else a new one.
     * @example 7f3c1a52-6a0e-4c8e-9f0b-2a1d5d0c9e11
     */
    'X-Request-Id': string;
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  me: {
    parameters: {
      query?: {
        /** @description Lists to put into the answer, first page each, joined by commas. */
        expand?: 'memberships'[];
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description An `ETag` that you have: answers 304 without a body while it is current.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-None-Match'?: components['parameters']['If-None-Match'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The person who is signed in. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "uid": "01JZ5X8Q4M7N2P9R3S6T8V0W1X",
           *       "groups": [],
           *       "scopes": null
           *     }
           */
          'application/json': components['schemas']['Me'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  memberships: {
    parameters: {
      query?: {
        /** @description How many to answer, 1 to 100. */
        limit?: number;
        /** @description The `next` of the page before; leave out for the first page. */
        cursor?: string;
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description An `ETag` that you have: answers 304 without a body while it is current.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-None-Match'?: components['parameters']['If-None-Match'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of memberships. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          Link: components['headers']['Link'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "tenantId": "01JZ5X8Q4M7N2P9R3S6T8V0W1X",
           *           "role": "EDITOR"
           *         }
           *       ],
           *       "next": "eyJ2IjoxfQ"
           *     }
           */
          'application/json': components['schemas']['MembershipPage'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  profile: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description An `ETag` that you have: answers 304 without a body while it is current.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-None-Match'?: components['parameters']['If-None-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Who a tenant is: the draft behind the front page of its portfolio. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "handle": "katsushika-hokusai",
           *       "name": "Katsushika Hokusai",
           *       "kind": "PERSON",
           *       "sortName": "Hokusai, Katsushika",
           *       "altNames": [
           *         "Gakyō Rōjin"
           *       ],
           *       "dateText": "1760–1849",
           *       "birthYear": 1760,
           *       "deathYear": 1849,
           *       "birthPlace": "Edo",
           *       "deathPlace": "Edo",
           *       "nationality": "Japanese",
           *       "summary": "Painter and printmaker of the Edo period.",
           *       "statement": "From the age of six I had a mania for drawing the shapes of things.",
           *       "licence": "CC0 1.0",
           *       "facts": [
           *         {
           *           "key": "accession",
           *           "label": "Accession number",
           *           "value": "JP1847"
           *         }
           *       ],
           *       "links": [
           *         {
           *           "label": "Museum record",
           *           "url": "https://example.org/works/45434"
           *         }
           *       ],
           *       "visibility": "LISTED",
           *       "externalRef": null,
           *       "state": "CHANGED",
           *       "publishedVersion": 2,
           *       "publishedAt": "2026-05-16T08:00:00.000Z",
           *       "version": 3,
           *       "createdAt": "2026-05-01T07:12:00.000Z",
           *       "updatedAt": "2026-05-17T09:30:00.000Z",
           *       "updatedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X"
           *     }
           */
          'application/json': components['schemas']['Profile'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  createProfile: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description What it holds. */
    requestBody: {
      content: {
        /**
         * @example {
         *       "handle": "katsushika-hokusai",
         *       "name": "Katsushika Hokusai",
         *       "kind": "PERSON",
         *       "sortName": "Hokusai, Katsushika",
         *       "altNames": [
         *         "Gakyō Rōjin"
         *       ],
         *       "dateText": "1760–1849",
         *       "birthYear": 1760,
         *       "deathYear": 1849,
         *       "birthPlace": "Edo",
         *       "deathPlace": "Edo",
         *       "nationality": "Japanese",
         *       "summary": "Painter and printmaker of the Edo period.",
         *       "statement": "From the age of six I had a mania for drawing the shapes of things.",
         *       "licence": "CC0 1.0",
         *       "visibility": "LISTED"
         *     }
         */
        'application/json': components['schemas']['CreateTenantInput'];
      };
    };
    responses: {
      /** @description Who a tenant is: the draft behind the front page of its portfolio. */
      201: {
        headers: {
          ETag: components['headers']['ETag'];
          Location: components['headers']['Location'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "handle": "katsushika-hokusai",
           *       "name": "Katsushika Hokusai",
           *       "kind": "PERSON",
           *       "sortName": "Hokusai, Katsushika",
           *       "altNames": [
           *         "Gakyō Rōjin"
           *       ],
           *       "dateText": "1760–1849",
           *       "birthYear": 1760,
           *       "deathYear": 1849,
           *       "birthPlace": "Edo",
           *       "deathPlace": "Edo",
           *       "nationality": "Japanese",
           *       "summary": "Painter and printmaker of the Edo period.",
           *       "statement": "From the age of six I had a mania for drawing the shapes of things.",
           *       "licence": "CC0 1.0",
           *       "facts": [
           *         {
           *           "key": "accession",
           *           "label": "Accession number",
           *           "value": "JP1847"
           *         }
           *       ],
           *       "links": [
           *         {
           *           "label": "Museum record",
           *           "url": "https://example.org/works/45434"
           *         }
           *       ],
           *       "visibility": "LISTED",
           *       "externalRef": null,
           *       "state": "CHANGED",
           *       "publishedVersion": 2,
           *       "publishedAt": "2026-05-16T08:00:00.000Z",
           *       "version": 3,
           *       "createdAt": "2026-05-01T07:12:00.000Z",
           *       "updatedAt": "2026-05-17T09:30:00.000Z",
           *       "updatedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X"
           *     }
           */
          'application/json': components['schemas']['Profile'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      /**
       * @description `HandleTaken`: The handle is taken. Choose another handle; handles are never given out again.
       *
       *     `ExternalRefTaken`: The external reference is taken. The record was created before: change the one with the id that the error carries.
       *
       *     `ProfileExists`: There is a profile already. Change the profile that is there; a person has one of their own.
       */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteTenant: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
        /**
         * @description The version that you read, where neither `If-Match` nor the body says it.
         * @example 3
         */
        expectedVersion?: components['parameters']['expectedVersion'];
      };
      header?: {
        /**
         * @description The `ETag` that you read. Only the version in it is compared; `*` takes any. Either this or `expectedVersion` is required.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-Match'?: components['parameters']['If-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: components['requestBodies']['Version'];
    responses: {
      /** @description What was deleted. */
      200: {
        headers: {
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y"
           *     }
           */
          'application/json': components['schemas']['Deleted'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['VersionConflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  updateProfile: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
        /**
         * @description The version that you read, where neither `If-Match` nor the body says it.
         * @example 3
         */
        expectedVersion?: components['parameters']['expectedVersion'];
      };
      header?: {
        /**
         * @description The `ETag` that you read. Only the version in it is compared; `*` takes any. Either this or `expectedVersion` is required.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-Match'?: components['parameters']['If-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path?: never;
      cookie?: never;
    };
    /** @description What to change: a member left out stays, null clears it. */
    requestBody: {
      content: {
        /**
         * @example {
         *       "handle": "katsushika-hokusai",
         *       "name": "Katsushika Hokusai",
         *       "kind": "PERSON",
         *       "sortName": "Hokusai, Katsushika",
         *       "altNames": [
         *         "Gakyō Rōjin"
         *       ],
         *       "dateText": "1760–1849",
         *       "birthYear": 1760,
         *       "deathYear": 1849,
         *       "birthPlace": "Edo",
         *       "deathPlace": "Edo",
         *       "nationality": "Japanese",
         *       "summary": "Painter and printmaker of the Edo period.",
         *       "statement": "From the age of six I had a mania for drawing the shapes of things.",
         *       "licence": "CC0 1.0",
         *       "visibility": "LISTED"
         *     }
         */
        'application/json': components['schemas']['UpdateProfileInput'];
        /**
         * @example {
         *       "handle": "katsushika-hokusai",
         *       "name": "Katsushika Hokusai",
         *       "kind": "PERSON",
         *       "sortName": "Hokusai, Katsushika",
         *       "altNames": [
         *         "Gakyō Rōjin"
         *       ],
         *       "dateText": "1760–1849",
         *       "birthYear": 1760,
         *       "deathYear": 1849,
         *       "birthPlace": "Edo",
         *       "deathPlace": "Edo",
         *       "nationality": "Japanese",
         *       "summary": "Painter and printmaker of the Edo period.",
         *       "statement": "From the age of six I had a mania for drawing the shapes of things.",
         *       "licence": "CC0 1.0",
         *       "visibility": "LISTED"
         *     }
         */
        'application/merge-patch+json': components['schemas']['UpdateProfileInput'];
      };
    };
    responses: {
      /** @description Who a tenant is: the draft behind the front page of its portfolio. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "handle": "katsushika-hokusai",
           *       "name": "Katsushika Hokusai",
           *       "kind": "PERSON",
           *       "sortName": "Hokusai, Katsushika",
           *       "altNames": [
           *         "Gakyō Rōjin"
           *       ],
           *       "dateText": "1760–1849",
           *       "birthYear": 1760,
           *       "deathYear": 1849,
           *       "birthPlace": "Edo",
           *       "deathPlace": "Edo",
           *       "nationality": "Japanese",
           *       "summary": "Painter and printmaker of the Edo period.",
           *       "statement": "From the age of six I had a mania for drawing the shapes of things.",
           *       "licence": "CC0 1.0",
           *       "facts": [
           *         {
           *           "key": "accession",
           *           "label": "Accession number",
           *           "value": "JP1847"
           *         }
           *       ],
           *       "links": [
           *         {
           *           "label": "Museum record",
           *           "url": "https://example.org/works/45434"
           *         }
           *       ],
           *       "visibility": "LISTED",
           *       "externalRef": null,
           *       "state": "CHANGED",
           *       "publishedVersion": 2,
           *       "publishedAt": "2026-05-16T08:00:00.000Z",
           *       "version": 3,
           *       "createdAt": "2026-05-01T07:12:00.000Z",
           *       "updatedAt": "2026-05-17T09:30:00.000Z",
           *       "updatedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X"
           *     }
           */
          'application/json': components['schemas']['Profile'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      /**
       * @description `VersionConflict`: Somebody else changed it since you read it. Read it again, repeat your change on what you get, and send its `version`.
       *
       *     `HandleTaken`: The handle is taken. Choose another handle; handles are never given out again.
       */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  publishProfile: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
        /**
         * @description The version that you read, where neither `If-Match` nor the body says it.
         * @example 3
         */
        expectedVersion?: components['parameters']['expectedVersion'];
      };
      header?: {
        /**
         * @description The `ETag` that you read. Only the version in it is compared; `*` takes any. Either this or `expectedVersion` is required.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-Match'?: components['parameters']['If-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: components['requestBodies']['Version'];
    responses: {
      /** @description Who a tenant is: the draft behind the front page of its portfolio. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "handle": "katsushika-hokusai",
           *       "name": "Katsushika Hokusai",
           *       "kind": "PERSON",
           *       "sortName": "Hokusai, Katsushika",
           *       "altNames": [
           *         "Gakyō Rōjin"
           *       ],
           *       "dateText": "1760–1849",
           *       "birthYear": 1760,
           *       "deathYear": 1849,
           *       "birthPlace": "Edo",
           *       "deathPlace": "Edo",
           *       "nationality": "Japanese",
           *       "summary": "Painter and printmaker of the Edo period.",
           *       "statement": "From the age of six I had a mania for drawing the shapes of things.",
           *       "licence": "CC0 1.0",
           *       "facts": [
           *         {
           *           "key": "accession",
           *           "label": "Accession number",
           *           "value": "JP1847"
           *         }
           *       ],
           *       "links": [
           *         {
           *           "label": "Museum record",
           *           "url": "https://example.org/works/45434"
           *         }
           *       ],
           *       "visibility": "LISTED",
           *       "externalRef": null,
           *       "state": "CHANGED",
           *       "publishedVersion": 2,
           *       "publishedAt": "2026-05-16T08:00:00.000Z",
           *       "version": 3,
           *       "createdAt": "2026-05-01T07:12:00.000Z",
           *       "updatedAt": "2026-05-17T09:30:00.000Z",
           *       "updatedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X"
           *     }
           */
          'application/json': components['schemas']['Profile'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['VersionConflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['TextTooComplex'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  unpublishProfile: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
        /**
         * @description The version that you read, where neither `If-Match` nor the body says it.
         * @example 3
         */
        expectedVersion?: components['parameters']['expectedVersion'];
      };
      header?: {
        /**
         * @description The `ETag` that you read. Only the version in it is compared; `*` takes any. Either this or `expectedVersion` is required.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-Match'?: components['parameters']['If-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: components['requestBodies']['Version'];
    responses: {
      /** @description Who a tenant is: the draft behind the front page of its portfolio. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "handle": "katsushika-hokusai",
           *       "name": "Katsushika Hokusai",
           *       "kind": "PERSON",
           *       "sortName": "Hokusai, Katsushika",
           *       "altNames": [
           *         "Gakyō Rōjin"
           *       ],
           *       "dateText": "1760–1849",
           *       "birthYear": 1760,
           *       "deathYear": 1849,
           *       "birthPlace": "Edo",
           *       "deathPlace": "Edo",
           *       "nationality": "Japanese",
           *       "summary": "Painter and printmaker of the Edo period.",
           *       "statement": "From the age of six I had a mania for drawing the shapes of things.",
           *       "licence": "CC0 1.0",
           *       "facts": [
           *         {
           *           "key": "accession",
           *           "label": "Accession number",
           *           "value": "JP1847"
           *         }
           *       ],
           *       "links": [
           *         {
           *           "label": "Museum record",
           *           "url": "https://example.org/works/45434"
           *         }
           *       ],
           *       "visibility": "LISTED",
           *       "externalRef": null,
           *       "state": "CHANGED",
           *       "publishedVersion": 2,
           *       "publishedAt": "2026-05-16T08:00:00.000Z",
           *       "version": 3,
           *       "createdAt": "2026-05-01T07:12:00.000Z",
           *       "updatedAt": "2026-05-17T09:30:00.000Z",
           *       "updatedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X"
           *     }
           */
          'application/json': components['schemas']['Profile'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['VersionConflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  searchMine: {
    parameters: {
      query?: {
        /** @description Words, as one says them. Without words, everything that fits the filters, latest first. */
        text?: string;
        /** @description How to look. Left out: `SIMILAR` with `similarTo`, `IMAGE` with `pictureOf`, else `HYBRID`. */
        mode?: components['schemas']['SearchMode'];
        /** @description A project of the tenant whose neighbours are wanted, for the mode `SIMILAR`. */
        similarTo?: string;
        /** @description An asset of the tenant, an uploaded picture, for the mode `IMAGE`. */
        pictureOf?: string;
        /** @description Only this project and its parts. */
        projectId?: string;
        /** @description Only these kinds. */
        kind?: components['schemas']['OwnKind'][];
        /** @description Materials and technique, as the facet `medium` names them. Any of them fits; so it is with every list here. */
        medium?: string[];
        /** @description Classifications. */
        classification?: string[];
        /** @description Tags. */
        tag?: string[];
        /** @description Names of colours in the picture, as the facet `colour` has them, for example `blue`. */
        colour?: string[];
        /** @description Licences. */
        licence?: string[];
        /** @description BCP 47 tags of languages. */
        language?: string[];
        /** @description First year: what was finished before is left out. Negative years are BC. */
        yearFrom?: number;
        /** @description Last year: what was begun after is left out. Negative years are BC. */
        yearTo?: number;
        /** @description Whether to count facets. */
        facets?: boolean;
        /** @description How many to answer, 1 to 100. */
        limit?: number;
        /** @description The `next` of the page before, with the same arguments; leave out for the first page. */
        cursor?: string;
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description An `ETag` that you have: answers 304 without a body while it is current.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-None-Match'?: components['parameters']['If-None-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of what a tenant found of its own. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          Link: components['headers']['Link'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "kind": "PROJECT",
           *           "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *           "projectId": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *           "title": "Under the Wave off Kanagawa",
           *           "score": 0.87,
           *           "highlights": [
           *             {
           *               "field": "title",
           *               "parts": [
           *                 {
           *                   "text": "Wave",
           *                   "match": true
           *                 }
           *               ]
           *             }
           *           ],
           *           "updatedAt": "2026-05-17T09:30:00.000Z"
           *         }
           *       ],
           *       "facets": [
           *         {
           *           "name": "medium",
           *           "values": [
           *             {
           *               "value": "Woodblock print; ink and colour on paper",
           *               "count": 3
           *             }
           *           ]
           *         }
           *       ],
           *       "total": 42,
           *       "totalIsAtLeast": false,
           *       "didYouMean": null,
           *       "mode": "HYBRID",
           *       "notice": null,
           *       "next": "eyJ2IjoxfQ"
           *     }
           */
          'application/json': components['schemas']['OwnSearchResult'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  projects: {
    parameters: {
      query?: {
        /** @description How many to answer, 1 to 100. */
        limit?: number;
        /** @description The `next` of the page before; leave out for the first page. */
        cursor?: string;
        /** @description Order. */
        order?: components['schemas']['ProjectOrder'];
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description An `ETag` that you have: answers 304 without a body while it is current.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-None-Match'?: components['parameters']['If-None-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of projects. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          Link: components['headers']['Link'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *           "tenantId": "01JZ5X8Q4M7N2P9R3S6T8V0W1X",
           *           "slug": "under-the-wave-off-kanagawa",
           *           "title": "Under the Wave off Kanagawa",
           *           "dateText": "c. 1830–32",
           *           "medium": "Woodblock print; ink and colour on paper",
           *           "coverAssetId": "01JZ5XC7S1T3V5W7X9Y0Z2A4B6",
           *           "visibility": "LISTED",
           *           "state": "CHANGED",
           *           "publishedVersion": 2,
           *           "publishedAt": "2026-05-16T08:00:00.000Z",
           *           "version": 3,
           *           "createdAt": "2026-05-01T07:12:00.000Z",
           *           "updatedAt": "2026-05-17T09:30:00.000Z"
           *         }
           *       ],
           *       "next": "eyJ2IjoxfQ"
           *     }
           */
          'application/json': components['schemas']['ProjectPage'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  createProject: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path?: never;
      cookie?: never;
    };
    /** @description What it holds. */
    requestBody: {
      content: {
        /**
         * @example {
         *       "title": "Under the Wave off Kanagawa",
         *       "slug": "under-the-wave-off-kanagawa",
         *       "foreignTitle": "神奈川沖浪裏",
         *       "language": "en",
         *       "series": "Thirty-six Views of Mount Fuji",
         *       "dateText": "c. 1830–32",
         *       "yearStart": 1830,
         *       "yearEnd": 1832,
         *       "medium": "Woodblock print; ink and colour on paper",
         *       "classification": "print",
         *       "dimensions": "25.7 × 37.9 cm",
         *       "description": "Three boats in a heavy sea, with Mount Fuji far behind.",
         *       "body": "The **wave** was cut before the mountain.",
         *       "culture": "Japan",
         *       "period": "Edo period",
         *       "places": [
         *         "Kanagawa"
         *       ],
         *       "tags": [
         *         "sea",
         *         "Mount Fuji"
         *       ],
         *       "licence": "CC0 1.0",
         *       "coverAssetId": "01JZ5XC7S1T3V5W7X9Y0Z2A4B6",
         *       "inspirationIds": [
         *         "01JZ5XD9E1F2G3H4J5K6M7N8P0"
         *       ],
         *       "visibility": "LISTED"
         *     }
         */
        'application/json': components['schemas']['CreateProjectInput'];
      };
    };
    responses: {
      /** @description A creative project or a single work, with its process log and assets: the draft. */
      201: {
        headers: {
          ETag: components['headers']['ETag'];
          Location: components['headers']['Location'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "tenantId": "01JZ5X8Q4M7N2P9R3S6T8V0W1X",
           *       "slug": "under-the-wave-off-kanagawa",
           *       "title": "Under the Wave off Kanagawa",
           *       "foreignTitle": "神奈川沖浪裏",
           *       "language": "en",
           *       "series": "Thirty-six Views of Mount Fuji",
           *       "dateText": "c. 1830–32",
           *       "yearStart": 1830,
           *       "yearEnd": 1832,
           *       "medium": "Woodblock print; ink and colour on paper",
           *       "classification": "print",
           *       "dimensions": "25.7 × 37.9 cm",
           *       "inscription": null,
           *       "description": "Three boats in a heavy sea, with Mount Fuji far behind.",
           *       "body": "The **wave** was cut before the mountain.",
           *       "provenance": null,
           *       "creditLine": null,
           *       "culture": "Japan",
           *       "period": "Edo period",
           *       "places": [
           *         "Kanagawa"
           *       ],
           *       "tags": [
           *         "sea",
           *         "Mount Fuji"
           *       ],
           *       "licence": "CC0 1.0",
           *       "credits": [
           *         {
           *           "name": "Nishimuraya Yohachi",
           *           "role": "publisher",
           *           "handle": null
           *         }
           *       ],
           *       "facts": [
           *         {
           *           "key": "accession",
           *           "label": "Accession number",
           *           "value": "JP1847"
           *         }
           *       ],
           *       "links": [
           *         {
           *           "label": "Museum record",
           *           "url": "https://example.org/works/45434"
           *         }
           *       ],
           *       "coverAssetId": "01JZ5XC7S1T3V5W7X9Y0Z2A4B6",
           *       "inspirationIds": [
           *         "01JZ5XD9E1F2G3H4J5K6M7N8P0"
           *       ],
           *       "visibility": "LISTED",
           *       "externalRef": null,
           *       "state": "CHANGED",
           *       "publishedVersion": 2,
           *       "publishedAt": "2026-05-16T08:00:00.000Z",
           *       "version": 3,
           *       "createdAt": "2026-05-01T07:12:00.000Z",
           *       "updatedAt": "2026-05-17T09:30:00.000Z",
           *       "updatedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X"
           *     }
           */
          'application/json': components['schemas']['Project'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      /**
       * @description `SlugTaken`: The slug is taken. Choose another slug, or leave it out to have one made from the title.
       *
       *     `ExternalRefTaken`: The external reference is taken. The record was created before: change the one with the id that the error carries.
       */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  project: {
    parameters: {
      query?: {
        /** @description Lists to put into the answer, first page each, joined by commas. */
        expand?: ('logs' | 'assets')[];
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description An `ETag` that you have: answers 304 without a body while it is current.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-None-Match'?: components['parameters']['If-None-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path: {
        /**
         * @description The project.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1Y
         */
        projectId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A creative project or a single work, with its process log and assets: the draft. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "tenantId": "01JZ5X8Q4M7N2P9R3S6T8V0W1X",
           *       "slug": "under-the-wave-off-kanagawa",
           *       "title": "Under the Wave off Kanagawa",
           *       "foreignTitle": "神奈川沖浪裏",
           *       "language": "en",
           *       "series": "Thirty-six Views of Mount Fuji",
           *       "dateText": "c. 1830–32",
           *       "yearStart": 1830,
           *       "yearEnd": 1832,
           *       "medium": "Woodblock print; ink and colour on paper",
           *       "classification": "print",
           *       "dimensions": "25.7 × 37.9 cm",
           *       "inscription": null,
           *       "description": "Three boats in a heavy sea, with Mount Fuji far behind.",
           *       "body": "The **wave** was cut before the mountain.",
           *       "provenance": null,
           *       "creditLine": null,
           *       "culture": "Japan",
           *       "period": "Edo period",
           *       "places": [
           *         "Kanagawa"
           *       ],
           *       "tags": [
           *         "sea",
           *         "Mount Fuji"
           *       ],
           *       "licence": "CC0 1.0",
           *       "credits": [
           *         {
           *           "name": "Nishimuraya Yohachi",
           *           "role": "publisher",
           *           "handle": null
           *         }
           *       ],
           *       "facts": [
           *         {
           *           "key": "accession",
           *           "label": "Accession number",
           *           "value": "JP1847"
           *         }
           *       ],
           *       "links": [
           *         {
           *           "label": "Museum record",
           *           "url": "https://example.org/works/45434"
           *         }
           *       ],
           *       "coverAssetId": "01JZ5XC7S1T3V5W7X9Y0Z2A4B6",
           *       "inspirationIds": [
           *         "01JZ5XD9E1F2G3H4J5K6M7N8P0"
           *       ],
           *       "visibility": "LISTED",
           *       "externalRef": null,
           *       "state": "CHANGED",
           *       "publishedVersion": 2,
           *       "publishedAt": "2026-05-16T08:00:00.000Z",
           *       "version": 3,
           *       "createdAt": "2026-05-01T07:12:00.000Z",
           *       "updatedAt": "2026-05-17T09:30:00.000Z",
           *       "updatedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X"
           *     }
           */
          'application/json': components['schemas']['Project'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteProject: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
        /**
         * @description The version that you read, where neither `If-Match` nor the body says it.
         * @example 3
         */
        expectedVersion?: components['parameters']['expectedVersion'];
      };
      header?: {
        /**
         * @description The `ETag` that you read. Only the version in it is compared; `*` takes any. Either this or `expectedVersion` is required.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-Match'?: components['parameters']['If-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path: {
        /**
         * @description The project.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1Y
         */
        projectId: string;
      };
      cookie?: never;
    };
    requestBody?: components['requestBodies']['Version'];
    responses: {
      /** @description What was deleted. */
      200: {
        headers: {
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y"
           *     }
           */
          'application/json': components['schemas']['Deleted'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['VersionConflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  updateProject: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
        /**
         * @description The version that you read, where neither `If-Match` nor the body says it.
         * @example 3
         */
        expectedVersion?: components['parameters']['expectedVersion'];
      };
      header?: {
        /**
         * @description The `ETag` that you read. Only the version in it is compared; `*` takes any. Either this or `expectedVersion` is required.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-Match'?: components['parameters']['If-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path: {
        /**
         * @description The project.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1Y
         */
        projectId: string;
      };
      cookie?: never;
    };
    /** @description What to change: a member left out stays, null clears it. */
    requestBody: {
      content: {
        /**
         * @example {
         *       "title": "Under the Wave off Kanagawa",
         *       "slug": "under-the-wave-off-kanagawa",
         *       "foreignTitle": "神奈川沖浪裏",
         *       "language": "en",
         *       "series": "Thirty-six Views of Mount Fuji",
         *       "dateText": "c. 1830–32",
         *       "yearStart": 1830,
         *       "yearEnd": 1832,
         *       "medium": "Woodblock print; ink and colour on paper",
         *       "classification": "print",
         *       "dimensions": "25.7 × 37.9 cm",
         *       "description": "Three boats in a heavy sea, with Mount Fuji far behind.",
         *       "body": "The **wave** was cut before the mountain.",
         *       "culture": "Japan",
         *       "period": "Edo period",
         *       "places": [
         *         "Kanagawa"
         *       ],
         *       "tags": [
         *         "sea",
         *         "Mount Fuji"
         *       ],
         *       "licence": "CC0 1.0",
         *       "coverAssetId": "01JZ5XC7S1T3V5W7X9Y0Z2A4B6",
         *       "inspirationIds": [
         *         "01JZ5XD9E1F2G3H4J5K6M7N8P0"
         *       ],
         *       "visibility": "LISTED"
         *     }
         */
        'application/json': components['schemas']['UpdateProjectInput'];
        /**
         * @example {
         *       "title": "Under the Wave off Kanagawa",
         *       "slug": "under-the-wave-off-kanagawa",
         *       "foreignTitle": "神奈川沖浪裏",
         *       "language": "en",
         *       "series": "Thirty-six Views of Mount Fuji",
         *       "dateText": "c. 1830–32",
         *       "yearStart": 1830,
         *       "yearEnd": 1832,
         *       "medium": "Woodblock print; ink and colour on paper",
         *       "classification": "print",
         *       "dimensions": "25.7 × 37.9 cm",
         *       "description": "Three boats in a heavy sea, with Mount Fuji far behind.",
         *       "body": "The **wave** was cut before the mountain.",
         *       "culture": "Japan",
         *       "period": "Edo period",
         *       "places": [
         *         "Kanagawa"
         *       ],
         *       "tags": [
         *         "sea",
         *         "Mount Fuji"
         *       ],
         *       "licence": "CC0 1.0",
         *       "coverAssetId": "01JZ5XC7S1T3V5W7X9Y0Z2A4B6",
         *       "inspirationIds": [
         *         "01JZ5XD9E1F2G3H4J5K6M7N8P0"
         *       ],
         *       "visibility": "LISTED"
         *     }
         */
        'application/merge-patch+json': components['schemas']['UpdateProjectInput'];
      };
    };
    responses: {
      /** @description A creative project or a single work, with its process log and assets: the draft. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "tenantId": "01JZ5X8Q4M7N2P9R3S6T8V0W1X",
           *       "slug": "under-the-wave-off-kanagawa",
           *       "title": "Under the Wave off Kanagawa",
           *       "foreignTitle": "神奈川沖浪裏",
           *       "language": "en",
           *       "series": "Thirty-six Views of Mount Fuji",
           *       "dateText": "c. 1830–32",
           *       "yearStart": 1830,
           *       "yearEnd": 1832,
           *       "medium": "Woodblock print; ink and colour on paper",
           *       "classification": "print",
           *       "dimensions": "25.7 × 37.9 cm",
           *       "inscription": null,
           *       "description": "Three boats in a heavy sea, with Mount Fuji far behind.",
           *       "body": "The **wave** was cut before the mountain.",
           *       "provenance": null,
           *       "creditLine": null,
           *       "culture": "Japan",
           *       "period": "Edo period",
           *       "places": [
           *         "Kanagawa"
           *       ],
           *       "tags": [
           *         "sea",
           *         "Mount Fuji"
           *       ],
           *       "licence": "CC0 1.0",
           *       "credits": [
           *         {
           *           "name": "Nishimuraya Yohachi",
           *           "role": "publisher",
           *           "handle": null
           *         }
           *       ],
           *       "facts": [
           *         {
           *           "key": "accession",
           *           "label": "Accession number",
           *           "value": "JP1847"
           *         }
           *       ],
           *       "links": [
           *         {
           *           "label": "Museum record",
           *           "url": "https://example.org/works/45434"
           *         }
           *       ],
           *       "coverAssetId": "01JZ5XC7S1T3V5W7X9Y0Z2A4B6",
           *       "inspirationIds": [
           *         "01JZ5XD9E1F2G3H4J5K6M7N8P0"
           *       ],
           *       "visibility": "LISTED",
           *       "externalRef": null,
           *       "state": "CHANGED",
           *       "publishedVersion": 2,
           *       "publishedAt": "2026-05-16T08:00:00.000Z",
           *       "version": 3,
           *       "createdAt": "2026-05-01T07:12:00.000Z",
           *       "updatedAt": "2026-05-17T09:30:00.000Z",
           *       "updatedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X"
           *     }
           */
          'application/json': components['schemas']['Project'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      /**
       * @description `VersionConflict`: Somebody else changed it since you read it. Read it again, repeat your change on what you get, and send its `version`.
       *
       *     `SlugTaken`: The slug is taken. Choose another slug, or leave it out to have one made from the title.
       */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  publishProject: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
        /**
         * @description The version that you read, where neither `If-Match` nor the body says it.
         * @example 3
         */
        expectedVersion?: components['parameters']['expectedVersion'];
      };
      header?: {
        /**
         * @description The `ETag` that you read. Only the version in it is compared; `*` takes any. Either this or `expectedVersion` is required.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-Match'?: components['parameters']['If-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path: {
        /**
         * @description The project.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1Y
         */
        projectId: string;
      };
      cookie?: never;
    };
    requestBody?: components['requestBodies']['Version'];
    responses: {
      /** @description A creative project or a single work, with its process log and assets: the draft. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "tenantId": "01JZ5X8Q4M7N2P9R3S6T8V0W1X",
           *       "slug": "under-the-wave-off-kanagawa",
           *       "title": "Under the Wave off Kanagawa",
           *       "foreignTitle": "神奈川沖浪裏",
           *       "language": "en",
           *       "series": "Thirty-six Views of Mount Fuji",
           *       "dateText": "c. 1830–32",
           *       "yearStart": 1830,
           *       "yearEnd": 1832,
           *       "medium": "Woodblock print; ink and colour on paper",
           *       "classification": "print",
           *       "dimensions": "25.7 × 37.9 cm",
           *       "inscription": null,
           *       "description": "Three boats in a heavy sea, with Mount Fuji far behind.",
           *       "body": "The **wave** was cut before the mountain.",
           *       "provenance": null,
           *       "creditLine": null,
           *       "culture": "Japan",
           *       "period": "Edo period",
           *       "places": [
           *         "Kanagawa"
           *       ],
           *       "tags": [
           *         "sea",
           *         "Mount Fuji"
           *       ],
           *       "licence": "CC0 1.0",
           *       "credits": [
           *         {
           *           "name": "Nishimuraya Yohachi",
           *           "role": "publisher",
           *           "handle": null
           *         }
           *       ],
           *       "facts": [
           *         {
           *           "key": "accession",
           *           "label": "Accession number",
           *           "value": "JP1847"
           *         }
           *       ],
           *       "links": [
           *         {
           *           "label": "Museum record",
           *           "url": "https://example.org/works/45434"
           *         }
           *       ],
           *       "coverAssetId": "01JZ5XC7S1T3V5W7X9Y0Z2A4B6",
           *       "inspirationIds": [
           *         "01JZ5XD9E1F2G3H4J5K6M7N8P0"
           *       ],
           *       "visibility": "LISTED",
           *       "externalRef": null,
           *       "state": "CHANGED",
           *       "publishedVersion": 2,
           *       "publishedAt": "2026-05-16T08:00:00.000Z",
           *       "version": 3,
           *       "createdAt": "2026-05-01T07:12:00.000Z",
           *       "updatedAt": "2026-05-17T09:30:00.000Z",
           *       "updatedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X"
           *     }
           */
          'application/json': components['schemas']['Project'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      /**
       * @description `VersionConflict`: Somebody else changed it since you read it. Read it again, repeat your change on what you get, and send its `version`.
       *
       *     `NotReady`: It is not ready for this. Wait until its `status` says `READY`, or finish what is missing, and try again.
       *
       *     `ProfileNotPublished`: The profile is not published. Publish the profile first: what is public stands in its portfolio.
       */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['TextTooComplex'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  unpublishProject: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
        /**
         * @description The version that you read, where neither `If-Match` nor the body says it.
         * @example 3
         */
        expectedVersion?: components['parameters']['expectedVersion'];
      };
      header?: {
        /**
         * @description The `ETag` that you read. Only the version in it is compared; `*` takes any. Either this or `expectedVersion` is required.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-Match'?: components['parameters']['If-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path: {
        /**
         * @description The project.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1Y
         */
        projectId: string;
      };
      cookie?: never;
    };
    requestBody?: components['requestBodies']['Version'];
    responses: {
      /** @description A creative project or a single work, with its process log and assets: the draft. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "tenantId": "01JZ5X8Q4M7N2P9R3S6T8V0W1X",
           *       "slug": "under-the-wave-off-kanagawa",
           *       "title": "Under the Wave off Kanagawa",
           *       "foreignTitle": "神奈川沖浪裏",
           *       "language": "en",
           *       "series": "Thirty-six Views of Mount Fuji",
           *       "dateText": "c. 1830–32",
           *       "yearStart": 1830,
           *       "yearEnd": 1832,
           *       "medium": "Woodblock print; ink and colour on paper",
           *       "classification": "print",
           *       "dimensions": "25.7 × 37.9 cm",
           *       "inscription": null,
           *       "description": "Three boats in a heavy sea, with Mount Fuji far behind.",
           *       "body": "The **wave** was cut before the mountain.",
           *       "provenance": null,
           *       "creditLine": null,
           *       "culture": "Japan",
           *       "period": "Edo period",
           *       "places": [
           *         "Kanagawa"
           *       ],
           *       "tags": [
           *         "sea",
           *         "Mount Fuji"
           *       ],
           *       "licence": "CC0 1.0",
           *       "credits": [
           *         {
           *           "name": "Nishimuraya Yohachi",
           *           "role": "publisher",
           *           "handle": null
           *         }
           *       ],
           *       "facts": [
           *         {
           *           "key": "accession",
           *           "label": "Accession number",
           *           "value": "JP1847"
           *         }
           *       ],
           *       "links": [
           *         {
           *           "label": "Museum record",
           *           "url": "https://example.org/works/45434"
           *         }
           *       ],
           *       "coverAssetId": "01JZ5XC7S1T3V5W7X9Y0Z2A4B6",
           *       "inspirationIds": [
           *         "01JZ5XD9E1F2G3H4J5K6M7N8P0"
           *       ],
           *       "visibility": "LISTED",
           *       "externalRef": null,
           *       "state": "CHANGED",
           *       "publishedVersion": 2,
           *       "publishedAt": "2026-05-16T08:00:00.000Z",
           *       "version": 3,
           *       "createdAt": "2026-05-01T07:12:00.000Z",
           *       "updatedAt": "2026-05-17T09:30:00.000Z",
           *       "updatedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X"
           *     }
           */
          'application/json': components['schemas']['Project'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['VersionConflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  logEntries: {
    parameters: {
      query?: {
        /** @description How many to answer, 1 to 100. */
        limit?: number;
        /** @description The `next` of the page before; leave out for the first page. */
        cursor?: string;
        /** @description Order. */
        order?: components['schemas']['LogOrder'];
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description An `ETag` that you have: answers 304 without a body while it is current.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-None-Match'?: components['parameters']['If-None-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path: {
        /**
         * @description The project.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1Y
         */
        projectId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of a process log. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          Link: components['headers']['Link'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *           "projectId": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *           "title": "First state",
           *           "body": "The **wave** was cut before the mountain.",
           *           "occurredAt": "2026-05-12T14:00:00.000Z",
           *           "assetIds": [
           *             "01JZ5XC7S1T3V5W7X9Y0Z2A4B6"
           *           ],
           *           "tags": [
           *             "sea",
           *             "Mount Fuji"
           *           ],
           *           "language": "en",
           *           "audience": "PUBLIC",
           *           "externalRef": null,
           *           "version": 3,
           *           "createdAt": "2026-05-01T07:12:00.000Z",
           *           "updatedAt": "2026-05-17T09:30:00.000Z",
           *           "updatedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X"
           *         }
           *       ],
           *       "next": "eyJ2IjoxfQ"
           *     }
           */
          'application/json': components['schemas']['LogEntryPage'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  createLogEntry: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path: {
        /**
         * @description The project.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1Y
         */
        projectId: string;
      };
      cookie?: never;
    };
    /** @description What it holds. */
    requestBody: {
      content: {
        /**
         * @example {
         *       "title": "First state",
         *       "body": "The **wave** was cut before the mountain.",
         *       "occurredAt": "2026-05-12T14:00:00.000Z",
         *       "assetIds": [
         *         "01JZ5XC7S1T3V5W7X9Y0Z2A4B6"
         *       ],
         *       "tags": [
         *         "sea",
         *         "Mount Fuji"
         *       ],
         *       "language": "en",
         *       "audience": "PUBLIC"
         *     }
         */
        'application/json': components['schemas']['CreateLogEntryInput'];
      };
    };
    responses: {
      /** @description An entry of the process log: what was done, seen or thought. */
      201: {
        headers: {
          ETag: components['headers']['ETag'];
          Location: components['headers']['Location'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "projectId": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "title": "First state",
           *       "body": "The **wave** was cut before the mountain.",
           *       "occurredAt": "2026-05-12T14:00:00.000Z",
           *       "assetIds": [
           *         "01JZ5XC7S1T3V5W7X9Y0Z2A4B6"
           *       ],
           *       "tags": [
           *         "sea",
           *         "Mount Fuji"
           *       ],
           *       "language": "en",
           *       "audience": "PUBLIC",
           *       "externalRef": null,
           *       "version": 3,
           *       "createdAt": "2026-05-01T07:12:00.000Z",
           *       "updatedAt": "2026-05-17T09:30:00.000Z",
           *       "updatedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X"
           *     }
           */
          'application/json': components['schemas']['LogEntry'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['ExternalRefTaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  logEntry: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description An `ETag` that you have: answers 304 without a body while it is current.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-None-Match'?: components['parameters']['If-None-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path: {
        /**
         * @description The project.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1Y
         */
        projectId: string;
        /**
         * @description The entry.
         * @example 01JZ5XB2R8C4D6F0G1H3J5K7M9
         */
        logId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description An entry of the process log: what was done, seen or thought. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "projectId": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "title": "First state",
           *       "body": "The **wave** was cut before the mountain.",
           *       "occurredAt": "2026-05-12T14:00:00.000Z",
           *       "assetIds": [
           *         "01JZ5XC7S1T3V5W7X9Y0Z2A4B6"
           *       ],
           *       "tags": [
           *         "sea",
           *         "Mount Fuji"
           *       ],
           *       "language": "en",
           *       "audience": "PUBLIC",
           *       "externalRef": null,
           *       "version": 3,
           *       "createdAt": "2026-05-01T07:12:00.000Z",
           *       "updatedAt": "2026-05-17T09:30:00.000Z",
           *       "updatedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X"
           *     }
           */
          'application/json': components['schemas']['LogEntry'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteLogEntry: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
        /**
         * @description The version that you read, where neither `If-Match` nor the body says it.
         * @example 3
         */
        expectedVersion?: components['parameters']['expectedVersion'];
      };
      header?: {
        /**
         * @description The `ETag` that you read. Only the version in it is compared; `*` takes any. Either this or `expectedVersion` is required.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-Match'?: components['parameters']['If-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path: {
        /**
         * @description The project.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1Y
         */
        projectId: string;
        /**
         * @description The log entry.
         * @example 01JZ5XB2R8C4D6F0G1H3J5K7M9
         */
        logId: string;
      };
      cookie?: never;
    };
    requestBody?: components['requestBodies']['Version'];
    responses: {
      /** @description What was deleted. */
      200: {
        headers: {
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y"
           *     }
           */
          'application/json': components['schemas']['Deleted'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['VersionConflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  updateLogEntry: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
        /**
         * @description The version that you read, where neither `If-Match` nor the body says it.
         * @example 3
         */
        expectedVersion?: components['parameters']['expectedVersion'];
      };
      header?: {
        /**
         * @description The `ETag` that you read. Only the version in it is compared; `*` takes any. Either this or `expectedVersion` is required.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-Match'?: components['parameters']['If-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path: {
        /**
         * @description The project.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1Y
         */
        projectId: string;
        /**
         * @description The log entry.
         * @example 01JZ5XB2R8C4D6F0G1H3J5K7M9
         */
        logId: string;
      };
      cookie?: never;
    };
    /** @description What to change: a member left out stays, null clears it. */
    requestBody: {
      content: {
        /**
         * @example {
         *       "title": "First state",
         *       "body": "The **wave** was cut before the mountain.",
         *       "occurredAt": "2026-05-12T14:00:00.000Z",
         *       "assetIds": [
         *         "01JZ5XC7S1T3V5W7X9Y0Z2A4B6"
         *       ],
         *       "tags": [
         *         "sea",
         *         "Mount Fuji"
         *       ],
         *       "language": "en",
         *       "audience": "PUBLIC"
         *     }
         */
        'application/json': components['schemas']['UpdateLogEntryInput'];
        /**
         * @example {
         *       "title": "First state",
         *       "body": "The **wave** was cut before the mountain.",
         *       "occurredAt": "2026-05-12T14:00:00.000Z",
         *       "assetIds": [
         *         "01JZ5XC7S1T3V5W7X9Y0Z2A4B6"
         *       ],
         *       "tags": [
         *         "sea",
         *         "Mount Fuji"
         *       ],
         *       "language": "en",
         *       "audience": "PUBLIC"
         *     }
         */
        'application/merge-patch+json': components['schemas']['UpdateLogEntryInput'];
      };
    };
    responses: {
      /** @description An entry of the process log: what was done, seen or thought. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "projectId": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "title": "First state",
           *       "body": "The **wave** was cut before the mountain.",
           *       "occurredAt": "2026-05-12T14:00:00.000Z",
           *       "assetIds": [
           *         "01JZ5XC7S1T3V5W7X9Y0Z2A4B6"
           *       ],
           *       "tags": [
           *         "sea",
           *         "Mount Fuji"
           *       ],
           *       "language": "en",
           *       "audience": "PUBLIC",
           *       "externalRef": null,
           *       "version": 3,
           *       "createdAt": "2026-05-01T07:12:00.000Z",
           *       "updatedAt": "2026-05-17T09:30:00.000Z",
           *       "updatedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X"
           *     }
           */
          'application/json': components['schemas']['LogEntry'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['VersionConflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  assets: {
    parameters: {
      query?: {
        /** @description How many to answer, 1 to 100. */
        limit?: number;
        /** @description The `next` of the page before; leave out for the first page. */
        cursor?: string;
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description An `ETag` that you have: answers 304 without a body while it is current.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-None-Match'?: components['parameters']['If-None-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path: {
        /**
         * @description The project.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1Y
         */
        projectId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of assets. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          Link: components['headers']['Link'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *           "projectId": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *           "fileName": "wave.jpg",
           *           "contentType": "image/jpeg",
           *           "size": 482113,
           *           "sha256": "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=",
           *           "position": "a0",
           *           "altText": "A great wave about to break over three boats.",
           *           "caption": "Impression of the first state.",
           *           "credit": "The artist, CC0 1.0",
           *           "focalPoint": {
           *             "x": 0.35,
           *             "y": 0.4
           *           },
           *           "audience": "PUBLIC",
           *           "status": "READY",
           *           "problem": null,
           *           "width": 3859,
           *           "height": 2594,
           *           "thumbhash": "1QcSHQRnh493V4dIh4eXh1h4kJUI",
           *           "palette": [
           *             "#e8dcc4",
           *             "#1f3a5f"
           *           ],
           *           "variants": [
           *             {
           *               "url": "https://artissist.example/media/p/01JZ5X8Q4M7N2P9R3S6T8V0W1X/01JZ5XC7S1T3V5W7X9Y0Z2A4B6/5c1e0a9b-960.webp",
           *               "width": 960,
           *               "height": 645,
           *               "contentType": "image/webp"
           *             }
           *           ],
           *           "externalRef": null,
           *           "revision": 1,
           *           "version": 3,
           *           "createdAt": "2026-05-01T07:12:00.000Z",
           *           "updatedAt": "2026-05-17T09:30:00.000Z",
           *           "updatedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X"
           *         }
           *       ],
           *       "next": "eyJ2IjoxfQ"
           *     }
           */
          'application/json': components['schemas']['AssetPage'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  createAsset: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path: {
        /**
         * @description The project.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1Y
         */
        projectId: string;
      };
      cookie?: never;
    };
    /** @description What it holds. */
    requestBody: {
      content: {
        /**
         * @example {
         *       "fileName": "wave.jpg",
         *       "contentType": "image/jpeg",
         *       "size": 482113,
         *       "sha256": "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=",
         *       "position": "a0",
         *       "altText": "A great wave about to break over three boats.",
         *       "caption": "Impression of the first state.",
         *       "credit": "The artist, CC0 1.0",
         *       "focalPoint": {
         *         "x": 0.35,
         *         "y": 0.4
         *       },
         *       "audience": "PUBLIC"
         *     }
         */
        'application/json': components['schemas']['CreateAssetInput'];
      };
    };
    responses: {
      /** @description A declared asset and how to upload its bytes. Call `completeUpload` when they are sent. */
      201: {
        headers: {
          Location: components['headers']['Location'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "asset": {
           *         "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *         "projectId": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *         "fileName": "wave.jpg",
           *         "contentType": "image/jpeg",
           *         "size": 482113,
           *         "sha256": "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=",
           *         "position": "a0",
           *         "altText": "A great wave about to break over three boats.",
           *         "caption": "Impression of the first state.",
           *         "credit": "The artist, CC0 1.0",
           *         "focalPoint": {
           *           "x": 0.35,
           *           "y": 0.4
           *         },
           *         "audience": "PUBLIC",
           *         "status": "READY",
           *         "problem": null,
           *         "width": 3859,
           *         "height": 2594,
           *         "thumbhash": "1QcSHQRnh493V4dIh4eXh1h4kJUI",
           *         "palette": [
           *           "#e8dcc4",
           *           "#1f3a5f"
           *         ],
           *         "variants": [
           *           {
           *             "url": "https://artissist.example/media/p/01JZ5X8Q4M7N2P9R3S6T8V0W1X/01JZ5XC7S1T3V5W7X9Y0Z2A4B6/5c1e0a9b-960.webp",
           *             "width": 960,
           *             "height": 645,
           *             "contentType": "image/webp"
           *           }
           *         ],
           *         "externalRef": null,
           *         "revision": 1,
           *         "version": 3,
           *         "createdAt": "2026-05-01T07:12:00.000Z",
           *         "updatedAt": "2026-05-17T09:30:00.000Z",
           *         "updatedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X"
           *       },
           *       "upload": {
           *         "url": "https://artissist.example/media/upload/01JZ5XC7S1T3V5W7X9Y0Z2A4B6",
           *         "method": "PUT",
           *         "headers": [
           *           {
           *             "name": "content-type",
           *             "value": "image/jpeg"
           *           }
           *         ],
           *         "expiresAt": "2027-05-17T09:30:00.000Z"
           *       }
           *     }
           */
          'application/json': components['schemas']['CreatedAsset'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['ExternalRefTaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  asset: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description An `ETag` that you have: answers 304 without a body while it is current.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-None-Match'?: components['parameters']['If-None-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path: {
        /**
         * @description The project.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1Y
         */
        projectId: string;
        /**
         * @description The asset.
         * @example 01JZ5XC7S1T3V5W7X9Y0Z2A4B6
         */
        assetId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A picture or file of a project. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "projectId": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "fileName": "wave.jpg",
           *       "contentType": "image/jpeg",
           *       "size": 482113,
           *       "sha256": "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=",
           *       "position": "a0",
           *       "altText": "A great wave about to break over three boats.",
           *       "caption": "Impression of the first state.",
           *       "credit": "The artist, CC0 1.0",
           *       "focalPoint": {
           *         "x": 0.35,
           *         "y": 0.4
           *       },
           *       "audience": "PUBLIC",
           *       "status": "READY",
           *       "problem": null,
           *       "width": 3859,
           *       "height": 2594,
           *       "thumbhash": "1QcSHQRnh493V4dIh4eXh1h4kJUI",
           *       "palette": [
           *         "#e8dcc4",
           *         "#1f3a5f"
           *       ],
           *       "variants": [
           *         {
           *           "url": "https://artissist.example/media/p/01JZ5X8Q4M7N2P9R3S6T8V0W1X/01JZ5XC7S1T3V5W7X9Y0Z2A4B6/5c1e0a9b-960.webp",
           *           "width": 960,
           *           "height": 645,
           *           "contentType": "image/webp"
           *         }
           *       ],
           *       "externalRef": null,
           *       "revision": 1,
           *       "version": 3,
           *       "createdAt": "2026-05-01T07:12:00.000Z",
           *       "updatedAt": "2026-05-17T09:30:00.000Z",
           *       "updatedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X"
           *     }
           */
          'application/json': components['schemas']['Asset'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteAsset: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
        /**
         * @description The version that you read, where neither `If-Match` nor the body says it.
         * @example 3
         */
        expectedVersion?: components['parameters']['expectedVersion'];
      };
      header?: {
        /**
         * @description The `ETag` that you read. Only the version in it is compared; `*` takes any. Either this or `expectedVersion` is required.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-Match'?: components['parameters']['If-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path: {
        /**
         * @description The project.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1Y
         */
        projectId: string;
        /**
         * @description The asset.
         * @example 01JZ5XC7S1T3V5W7X9Y0Z2A4B6
         */
        assetId: string;
      };
      cookie?: never;
    };
    requestBody?: components['requestBodies']['Version'];
    responses: {
      /** @description What was deleted. */
      200: {
        headers: {
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y"
           *     }
           */
          'application/json': components['schemas']['Deleted'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['VersionConflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  updateAsset: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
        /**
         * @description The version that you read, where neither `If-Match` nor the body says it.
         * @example 3
         */
        expectedVersion?: components['parameters']['expectedVersion'];
      };
      header?: {
        /**
         * @description The `ETag` that you read. Only the version in it is compared; `*` takes any. Either this or `expectedVersion` is required.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-Match'?: components['parameters']['If-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path: {
        /**
         * @description The project.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1Y
         */
        projectId: string;
        /**
         * @description The asset.
         * @example 01JZ5XC7S1T3V5W7X9Y0Z2A4B6
         */
        assetId: string;
      };
      cookie?: never;
    };
    /** @description What to change: a member left out stays, null clears it. */
    requestBody: {
      content: {
        /**
         * @example {
         *       "position": "a0",
         *       "altText": "A great wave about to break over three boats.",
         *       "caption": "Impression of the first state.",
         *       "credit": "The artist, CC0 1.0",
         *       "focalPoint": {
         *         "x": 0.35,
         *         "y": 0.4
         *       },
         *       "audience": "PUBLIC"
         *     }
         */
        'application/json': components['schemas']['UpdateAssetInput'];
        /**
         * @example {
         *       "position": "a0",
         *       "altText": "A great wave about to break over three boats.",
         *       "caption": "Impression of the first state.",
         *       "credit": "The artist, CC0 1.0",
         *       "focalPoint": {
         *         "x": 0.35,
         *         "y": 0.4
         *       },
         *       "audience": "PUBLIC"
         *     }
         */
        'application/merge-patch+json': components['schemas']['UpdateAssetInput'];
      };
    };
    responses: {
      /** @description A picture or file of a project. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "projectId": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "fileName": "wave.jpg",
           *       "contentType": "image/jpeg",
           *       "size": 482113,
           *       "sha256": "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=",
           *       "position": "a0",
           *       "altText": "A great wave about to break over three boats.",
           *       "caption": "Impression of the first state.",
           *       "credit": "The artist, CC0 1.0",
           *       "focalPoint": {
           *         "x": 0.35,
           *         "y": 0.4
           *       },
           *       "audience": "PUBLIC",
           *       "status": "READY",
           *       "problem": null,
           *       "width": 3859,
           *       "height": 2594,
           *       "thumbhash": "1QcSHQRnh493V4dIh4eXh1h4kJUI",
           *       "palette": [
           *         "#e8dcc4",
           *         "#1f3a5f"
           *       ],
           *       "variants": [
           *         {
           *           "url": "https://artissist.example/media/p/01JZ5X8Q4M7N2P9R3S6T8V0W1X/01JZ5XC7S1T3V5W7X9Y0Z2A4B6/5c1e0a9b-960.webp",
           *           "width": 960,
           *           "height": 645,
           *           "contentType": "image/webp"
           *         }
           *       ],
           *       "externalRef": null,
           *       "revision": 1,
           *       "version": 3,
           *       "createdAt": "2026-05-01T07:12:00.000Z",
           *       "updatedAt": "2026-05-17T09:30:00.000Z",
           *       "updatedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X"
           *     }
           */
          'application/json': components['schemas']['Asset'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['VersionConflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  completeUpload: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path: {
        /**
         * @description The project.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1Y
         */
        projectId: string;
        /**
         * @description The asset.
         * @example 01JZ5XC7S1T3V5W7X9Y0Z2A4B6
         */
        assetId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A picture or file of a project. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "projectId": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "fileName": "wave.jpg",
           *       "contentType": "image/jpeg",
           *       "size": 482113,
           *       "sha256": "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=",
           *       "position": "a0",
           *       "altText": "A great wave about to break over three boats.",
           *       "caption": "Impression of the first state.",
           *       "credit": "The artist, CC0 1.0",
           *       "focalPoint": {
           *         "x": 0.35,
           *         "y": 0.4
           *       },
           *       "audience": "PUBLIC",
           *       "status": "READY",
           *       "problem": null,
           *       "width": 3859,
           *       "height": 2594,
           *       "thumbhash": "1QcSHQRnh493V4dIh4eXh1h4kJUI",
           *       "palette": [
           *         "#e8dcc4",
           *         "#1f3a5f"
           *       ],
           *       "variants": [
           *         {
           *           "url": "https://artissist.example/media/p/01JZ5X8Q4M7N2P9R3S6T8V0W1X/01JZ5XC7S1T3V5W7X9Y0Z2A4B6/5c1e0a9b-960.webp",
           *           "width": 960,
           *           "height": 645,
           *           "contentType": "image/webp"
           *         }
           *       ],
           *       "externalRef": null,
           *       "revision": 1,
           *       "version": 3,
           *       "createdAt": "2026-05-01T07:12:00.000Z",
           *       "updatedAt": "2026-05-17T09:30:00.000Z",
           *       "updatedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X"
           *     }
           */
          'application/json': components['schemas']['Asset'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['NotReady'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  inspirations: {
    parameters: {
      query?: {
        /** @description How many to answer, 1 to 100. */
        limit?: number;
        /** @description The `next` of the page before; leave out for the first page. */
        cursor?: string;
        /** @description Order. */
        order?: components['schemas']['ListOrder'];
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description An `ETag` that you have: answers 304 without a body while it is current.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-None-Match'?: components['parameters']['If-None-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of inspirations. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          Link: components['headers']['Link'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *           "title": "The Sea at Satta",
           *           "creator": "Utagawa Hiroshige",
           *           "sourceUrl": "https://example.org/works/36919",
           *           "note": "The answer to the wave, twenty years later.",
           *           "tags": [
           *             "sea",
           *             "Mount Fuji"
           *           ],
           *           "licence": "CC0 1.0",
           *           "facts": null,
           *           "audience": "PUBLIC",
           *           "externalRef": null,
           *           "version": 3,
           *           "createdAt": "2026-05-01T07:12:00.000Z",
           *           "updatedAt": "2026-05-17T09:30:00.000Z",
           *           "updatedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X"
           *         }
           *       ],
           *       "next": "eyJ2IjoxfQ"
           *     }
           */
          'application/json': components['schemas']['InspirationPage'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  createInspiration: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path?: never;
      cookie?: never;
    };
    /** @description What it holds. */
    requestBody: {
      content: {
        /**
         * @example {
         *       "title": "The Sea at Satta",
         *       "creator": "Utagawa Hiroshige",
         *       "sourceUrl": "https://example.org/works/36919",
         *       "note": "The answer to the wave, twenty years later.",
         *       "tags": [
         *         "sea",
         *         "Mount Fuji"
         *       ],
         *       "licence": "CC0 1.0",
         *       "audience": "PUBLIC"
         *     }
         */
        'application/json': components['schemas']['CreateInspirationInput'];
      };
    };
    responses: {
      /** @description Something that a tenant keeps because it inspires. */
      201: {
        headers: {
          ETag: components['headers']['ETag'];
          Location: components['headers']['Location'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "title": "The Sea at Satta",
           *       "creator": "Utagawa Hiroshige",
           *       "sourceUrl": "https://example.org/works/36919",
           *       "note": "The answer to the wave, twenty years later.",
           *       "tags": [
           *         "sea",
           *         "Mount Fuji"
           *       ],
           *       "licence": "CC0 1.0",
           *       "facts": null,
           *       "audience": "PUBLIC",
           *       "externalRef": null,
           *       "version": 3,
           *       "createdAt": "2026-05-01T07:12:00.000Z",
           *       "updatedAt": "2026-05-17T09:30:00.000Z",
           *       "updatedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X"
           *     }
           */
          'application/json': components['schemas']['Inspiration'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['ExternalRefTaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  inspiration: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description An `ETag` that you have: answers 304 without a body while it is current.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-None-Match'?: components['parameters']['If-None-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path: {
        /**
         * @description The inspiration.
         * @example 01JZ5XD9E1F2G3H4J5K6M7N8P0
         */
        inspirationId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Something that a tenant keeps because it inspires. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "title": "The Sea at Satta",
           *       "creator": "Utagawa Hiroshige",
           *       "sourceUrl": "https://example.org/works/36919",
           *       "note": "The answer to the wave, twenty years later.",
           *       "tags": [
           *         "sea",
           *         "Mount Fuji"
           *       ],
           *       "licence": "CC0 1.0",
           *       "facts": null,
           *       "audience": "PUBLIC",
           *       "externalRef": null,
           *       "version": 3,
           *       "createdAt": "2026-05-01T07:12:00.000Z",
           *       "updatedAt": "2026-05-17T09:30:00.000Z",
           *       "updatedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X"
           *     }
           */
          'application/json': components['schemas']['Inspiration'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteInspiration: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
        /**
         * @description The version that you read, where neither `If-Match` nor the body says it.
         * @example 3
         */
        expectedVersion?: components['parameters']['expectedVersion'];
      };
      header?: {
        /**
         * @description The `ETag` that you read. Only the version in it is compared; `*` takes any. Either this or `expectedVersion` is required.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-Match'?: components['parameters']['If-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path: {
        /**
         * @description The inspiration.
         * @example 01JZ5XD9E1F2G3H4J5K6M7N8P0
         */
        inspirationId: string;
      };
      cookie?: never;
    };
    requestBody?: components['requestBodies']['Version'];
    responses: {
      /** @description What was deleted. */
      200: {
        headers: {
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y"
           *     }
           */
          'application/json': components['schemas']['Deleted'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['VersionConflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  updateInspiration: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
        /**
         * @description The version that you read, where neither `If-Match` nor the body says it.
         * @example 3
         */
        expectedVersion?: components['parameters']['expectedVersion'];
      };
      header?: {
        /**
         * @description The `ETag` that you read. Only the version in it is compared; `*` takes any. Either this or `expectedVersion` is required.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-Match'?: components['parameters']['If-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path: {
        /**
         * @description The inspiration.
         * @example 01JZ5XD9E1F2G3H4J5K6M7N8P0
         */
        inspirationId: string;
      };
      cookie?: never;
    };
    /** @description What to change: a member left out stays, null clears it. */
    requestBody: {
      content: {
        /**
         * @example {
         *       "title": "The Sea at Satta",
         *       "creator": "Utagawa Hiroshige",
         *       "sourceUrl": "https://example.org/works/36919",
         *       "note": "The answer to the wave, twenty years later.",
         *       "tags": [
         *         "sea",
         *         "Mount Fuji"
         *       ],
         *       "licence": "CC0 1.0",
         *       "audience": "PUBLIC"
         *     }
         */
        'application/json': components['schemas']['UpdateInspirationInput'];
        /**
         * @example {
         *       "title": "The Sea at Satta",
         *       "creator": "Utagawa Hiroshige",
         *       "sourceUrl": "https://example.org/works/36919",
         *       "note": "The answer to the wave, twenty years later.",
         *       "tags": [
         *         "sea",
         *         "Mount Fuji"
         *       ],
         *       "licence": "CC0 1.0",
         *       "audience": "PUBLIC"
         *     }
         */
        'application/merge-patch+json': components['schemas']['UpdateInspirationInput'];
      };
    };
    responses: {
      /** @description Something that a tenant keeps because it inspires. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "title": "The Sea at Satta",
           *       "creator": "Utagawa Hiroshige",
           *       "sourceUrl": "https://example.org/works/36919",
           *       "note": "The answer to the wave, twenty years later.",
           *       "tags": [
           *         "sea",
           *         "Mount Fuji"
           *       ],
           *       "licence": "CC0 1.0",
           *       "facts": null,
           *       "audience": "PUBLIC",
           *       "externalRef": null,
           *       "version": 3,
           *       "createdAt": "2026-05-01T07:12:00.000Z",
           *       "updatedAt": "2026-05-17T09:30:00.000Z",
           *       "updatedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X"
           *     }
           */
          'application/json': components['schemas']['Inspiration'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['VersionConflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  pages: {
    parameters: {
      query?: {
        /** @description How many to answer, 1 to 100. */
        limit?: number;
        /** @description The `next` of the page before; leave out for the first page. */
        cursor?: string;
        /** @description Order. */
        order?: components['schemas']['ListOrder'];
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description An `ETag` that you have: answers 304 without a body while it is current.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-None-Match'?: components['parameters']['If-None-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of pages. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          Link: components['headers']['Link'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *           "path": "guides/first-steps",
           *           "title": "First steps",
           *           "visibility": "LISTED",
           *           "state": "CHANGED",
           *           "publishedVersion": 2,
           *           "publishedAt": "2026-05-16T08:00:00.000Z",
           *           "version": 3,
           *           "createdAt": "2026-05-01T07:12:00.000Z",
           *           "updatedAt": "2026-05-17T09:30:00.000Z"
           *         }
           *       ],
           *       "next": "eyJ2IjoxfQ"
           *     }
           */
          'application/json': components['schemas']['PagePage'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  createPage: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path?: never;
      cookie?: never;
    };
    /** @description What it holds. */
    requestBody: {
      content: {
        /**
         * @example {
         *       "path": "guides/first-steps",
         *       "title": "First steps",
         *       "summary": "How the prints were made.",
         *       "body": "The **wave** was cut before the mountain.",
         *       "language": "en",
         *       "sortOrder": 10,
         *       "visibility": "LISTED"
         *     }
         */
        'application/json': components['schemas']['CreatePageInput'];
      };
    };
    responses: {
      /** @description A page of a tenant's own: an exhibition text, a colophon, a guide. */
      201: {
        headers: {
          ETag: components['headers']['ETag'];
          Location: components['headers']['Location'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "path": "guides/first-steps",
           *       "title": "First steps",
           *       "summary": "How the prints were made.",
           *       "body": "The **wave** was cut before the mountain.",
           *       "language": "en",
           *       "sortOrder": 10,
           *       "visibility": "LISTED",
           *       "externalRef": null,
           *       "state": "CHANGED",
           *       "publishedVersion": 2,
           *       "publishedAt": "2026-05-16T08:00:00.000Z",
           *       "version": 3,
           *       "createdAt": "2026-05-01T07:12:00.000Z",
           *       "updatedAt": "2026-05-17T09:30:00.000Z",
           *       "updatedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X"
           *     }
           */
          'application/json': components['schemas']['Page'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      /**
       * @description `PathTaken`: The path is taken. Choose another path, or change the page that holds it.
       *
       *     `ExternalRefTaken`: The external reference is taken. The record was created before: change the one with the id that the error carries.
       */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  page: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description An `ETag` that you have: answers 304 without a body while it is current.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-None-Match'?: components['parameters']['If-None-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path: {
        /**
         * @description The page.
         * @example 01JZ5XE0F1G2H3J4K5M6N7P8Q9
         */
        pageId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of a tenant's own: an exhibition text, a colophon, a guide. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "path": "guides/first-steps",
           *       "title": "First steps",
           *       "summary": "How the prints were made.",
           *       "body": "The **wave** was cut before the mountain.",
           *       "language": "en",
           *       "sortOrder": 10,
           *       "visibility": "LISTED",
           *       "externalRef": null,
           *       "state": "CHANGED",
           *       "publishedVersion": 2,
           *       "publishedAt": "2026-05-16T08:00:00.000Z",
           *       "version": 3,
           *       "createdAt": "2026-05-01T07:12:00.000Z",
           *       "updatedAt": "2026-05-17T09:30:00.000Z",
           *       "updatedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X"
           *     }
           */
          'application/json': components['schemas']['Page'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  deletePage: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
        /**
         * @description The version that you read, where neither `If-Match` nor the body says it.
         * @example 3
         */
        expectedVersion?: components['parameters']['expectedVersion'];
      };
      header?: {
        /**
         * @description The `ETag` that you read. Only the version in it is compared; `*` takes any. Either this or `expectedVersion` is required.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-Match'?: components['parameters']['If-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path: {
        /**
         * @description The page.
         * @example 01JZ5XE0F1G2H3J4K5M6N7P8Q9
         */
        pageId: string;
      };
      cookie?: never;
    };
    requestBody?: components['requestBodies']['Version'];
    responses: {
      /** @description What was deleted. */
      200: {
        headers: {
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y"
           *     }
           */
          'application/json': components['schemas']['Deleted'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['VersionConflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  updatePage: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
        /**
         * @description The version that you read, where neither `If-Match` nor the body says it.
         * @example 3
         */
        expectedVersion?: components['parameters']['expectedVersion'];
      };
      header?: {
        /**
         * @description The `ETag` that you read. Only the version in it is compared; `*` takes any. Either this or `expectedVersion` is required.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-Match'?: components['parameters']['If-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path: {
        /**
         * @description The page.
         * @example 01JZ5XE0F1G2H3J4K5M6N7P8Q9
         */
        pageId: string;
      };
      cookie?: never;
    };
    /** @description What to change: a member left out stays, null clears it. */
    requestBody: {
      content: {
        /**
         * @example {
         *       "path": "guides/first-steps",
         *       "title": "First steps",
         *       "summary": "How the prints were made.",
         *       "body": "The **wave** was cut before the mountain.",
         *       "language": "en",
         *       "sortOrder": 10,
         *       "visibility": "LISTED"
         *     }
         */
        'application/json': components['schemas']['UpdatePageInput'];
        /**
         * @example {
         *       "path": "guides/first-steps",
         *       "title": "First steps",
         *       "summary": "How the prints were made.",
         *       "body": "The **wave** was cut before the mountain.",
         *       "language": "en",
         *       "sortOrder": 10,
         *       "visibility": "LISTED"
         *     }
         */
        'application/merge-patch+json': components['schemas']['UpdatePageInput'];
      };
    };
    responses: {
      /** @description A page of a tenant's own: an exhibition text, a colophon, a guide. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "path": "guides/first-steps",
           *       "title": "First steps",
           *       "summary": "How the prints were made.",
           *       "body": "The **wave** was cut before the mountain.",
           *       "language": "en",
           *       "sortOrder": 10,
           *       "visibility": "LISTED",
           *       "externalRef": null,
           *       "state": "CHANGED",
           *       "publishedVersion": 2,
           *       "publishedAt": "2026-05-16T08:00:00.000Z",
           *       "version": 3,
           *       "createdAt": "2026-05-01T07:12:00.000Z",
           *       "updatedAt": "2026-05-17T09:30:00.000Z",
           *       "updatedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X"
           *     }
           */
          'application/json': components['schemas']['Page'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      /**
       * @description `VersionConflict`: Somebody else changed it since you read it. Read it again, repeat your change on what you get, and send its `version`.
       *
       *     `PathTaken`: The path is taken. Choose another path, or change the page that holds it.
       */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  publishPage: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
        /**
         * @description The version that you read, where neither `If-Match` nor the body says it.
         * @example 3
         */
        expectedVersion?: components['parameters']['expectedVersion'];
      };
      header?: {
        /**
         * @description The `ETag` that you read. Only the version in it is compared; `*` takes any. Either this or `expectedVersion` is required.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-Match'?: components['parameters']['If-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path: {
        /**
         * @description The page.
         * @example 01JZ5XE0F1G2H3J4K5M6N7P8Q9
         */
        pageId: string;
      };
      cookie?: never;
    };
    requestBody?: components['requestBodies']['Version'];
    responses: {
      /** @description A page of a tenant's own: an exhibition text, a colophon, a guide. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "path": "guides/first-steps",
           *       "title": "First steps",
           *       "summary": "How the prints were made.",
           *       "body": "The **wave** was cut before the mountain.",
           *       "language": "en",
           *       "sortOrder": 10,
           *       "visibility": "LISTED",
           *       "externalRef": null,
           *       "state": "CHANGED",
           *       "publishedVersion": 2,
           *       "publishedAt": "2026-05-16T08:00:00.000Z",
           *       "version": 3,
           *       "createdAt": "2026-05-01T07:12:00.000Z",
           *       "updatedAt": "2026-05-17T09:30:00.000Z",
           *       "updatedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X"
           *     }
           */
          'application/json': components['schemas']['Page'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      /**
       * @description `VersionConflict`: Somebody else changed it since you read it. Read it again, repeat your change on what you get, and send its `version`.
       *
       *     `ProfileNotPublished`: The profile is not published. Publish the profile first: what is public stands in its portfolio.
       */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['TextTooComplex'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  unpublishPage: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
        /**
         * @description The version that you read, where neither `If-Match` nor the body says it.
         * @example 3
         */
        expectedVersion?: components['parameters']['expectedVersion'];
      };
      header?: {
        /**
         * @description The `ETag` that you read. Only the version in it is compared; `*` takes any. Either this or `expectedVersion` is required.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-Match'?: components['parameters']['If-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path: {
        /**
         * @description The page.
         * @example 01JZ5XE0F1G2H3J4K5M6N7P8Q9
         */
        pageId: string;
      };
      cookie?: never;
    };
    requestBody?: components['requestBodies']['Version'];
    responses: {
      /** @description A page of a tenant's own: an exhibition text, a colophon, a guide. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "path": "guides/first-steps",
           *       "title": "First steps",
           *       "summary": "How the prints were made.",
           *       "body": "The **wave** was cut before the mountain.",
           *       "language": "en",
           *       "sortOrder": 10,
           *       "visibility": "LISTED",
           *       "externalRef": null,
           *       "state": "CHANGED",
           *       "publishedVersion": 2,
           *       "publishedAt": "2026-05-16T08:00:00.000Z",
           *       "version": 3,
           *       "createdAt": "2026-05-01T07:12:00.000Z",
           *       "updatedAt": "2026-05-17T09:30:00.000Z",
           *       "updatedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X"
           *     }
           */
          'application/json': components['schemas']['Page'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['VersionConflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  stats: {
    parameters: {
      query: {
        /**
         * @description The first day (UTC), such as 2026-11-01.
         * @example 2026-11-01
         */
        from: string;
        /**
         * @description The last day (UTC), such as 2026-11-30.
         * @example 2026-11-30
         */
        to: string;
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description An `ETag` that you have: answers 304 without a body while it is current.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-None-Match'?: components['parameters']['If-None-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /**
       * @description How often a tenant's public pages were looked at. A view is a page that somebody was answered with; programs that name
       *     themselves are left out, and so is the same page again within 30 minutes. Days are UTC.
       */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "from": "2026-11-01",
           *       "to": "2026-11-30",
           *       "views": 41,
           *       "visitors": 29,
           *       "days": [
           *         {
           *           "day": "2026-11-21",
           *           "views": 12,
           *           "visitors": 9
           *         }
           *       ],
           *       "referrers": [
           *         {
           *           "name": "example.org",
           *           "views": 12,
           *           "visitors": 9
           *         }
           *       ],
           *       "countries": [
           *         {
           *           "name": "JP",
           *           "views": 12,
           *           "visitors": 9
           *         }
           *       ],
           *       "works": [
           *         {
           *           "projectId": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *           "title": "Under the Wave off Kanagawa",
           *           "views": 12,
           *           "visitors": 9
           *         }
           *       ],
           *       "terms": [
           *         {
           *           "name": "wave",
           *           "views": 7,
           *           "visitors": 7
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['Stats'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  enrichmentSettings: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description An `ETag` that you have: answers 304 without a body while it is current.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-None-Match'?: components['parameters']['If-None-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A tenant's choice for enrichment, and what it has used this month. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "mode": "ON_REQUEST",
           *       "automaticFields": [
           *         "ALT_TEXT"
           *       ],
           *       "vocabulary": [
           *         "woodcut",
           *         "seascape"
           *       ],
           *       "monthlyTokens": 2000000,
           *       "monthlyMicroUsd": 5000000,
           *       "usedTokens": 18240,
           *       "usedMicroUsd": 41200,
           *       "version": 3,
           *       "updatedAt": "2026-05-17T09:30:00.000Z",
           *       "updatedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X"
           *     }
           */
          'application/json': components['schemas']['EnrichmentSettings'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  updateEnrichmentSettings: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
        /**
         * @description The version that you read, where neither `If-Match` nor the body says it.
         * @example 3
         */
        expectedVersion?: components['parameters']['expectedVersion'];
      };
      header?: {
        /**
         * @description The `ETag` that you read. Only the version in it is compared; `*` takes any. Either this or `expectedVersion` is required.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-Match'?: components['parameters']['If-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path?: never;
      cookie?: never;
    };
    /** @description What to change: a member left out stays, null clears it. */
    requestBody: {
      content: {
        /**
         * @example {
         *       "mode": "ON_REQUEST",
         *       "automaticFields": [
         *         "ALT_TEXT"
         *       ],
         *       "vocabulary": [
         *         "woodcut",
         *         "seascape"
         *       ],
         *       "monthlyTokens": 2000000,
         *       "monthlyMicroUsd": 5000000
         *     }
         */
        'application/json': components['schemas']['EnrichmentSettingsInput'];
        /**
         * @example {
         *       "mode": "ON_REQUEST",
         *       "automaticFields": [
         *         "ALT_TEXT"
         *       ],
         *       "vocabulary": [
         *         "woodcut",
         *         "seascape"
         *       ],
         *       "monthlyTokens": 2000000,
         *       "monthlyMicroUsd": 5000000
         *     }
         */
        'application/merge-patch+json': components['schemas']['EnrichmentSettingsInput'];
      };
    };
    responses: {
      /** @description A tenant's choice for enrichment, and what it has used this month. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "mode": "ON_REQUEST",
           *       "automaticFields": [
           *         "ALT_TEXT"
           *       ],
           *       "vocabulary": [
           *         "woodcut",
           *         "seascape"
           *       ],
           *       "monthlyTokens": 2000000,
           *       "monthlyMicroUsd": 5000000,
           *       "usedTokens": 18240,
           *       "usedMicroUsd": 41200,
           *       "version": 3,
           *       "updatedAt": "2026-05-17T09:30:00.000Z",
           *       "updatedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X"
           *     }
           */
          'application/json': components['schemas']['EnrichmentSettings'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['VersionConflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  enrichments: {
    parameters: {
      query?: {
        /** @description How many to answer, 1 to 100. */
        limit?: number;
        /** @description The `next` of the page before; leave out for the first page. */
        cursor?: string;
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description An `ETag` that you have: answers 304 without a body while it is current.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-None-Match'?: components['parameters']['If-None-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of runs. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          Link: components['headers']['Link'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "01JZ5XH5J6K7M8N9P0Q1R2S3T4",
           *           "subject": "PROJECT",
           *           "projectId": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *           "entityId": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *           "state": "SUCCEEDED",
           *           "problem": null,
           *           "proposals": 9,
           *           "tokens": 3120,
           *           "microUsd": 640,
           *           "requestedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X",
           *           "requestedAt": "2026-05-17T09:30:00.000Z",
           *           "startedAt": "2026-05-17T09:30:01.000Z",
           *           "endedAt": "2026-05-17T09:30:09.000Z",
           *           "revision": 1
           *         }
           *       ],
           *       "next": "eyJ2IjoxfQ"
           *     }
           */
          'application/json': components['schemas']['EnrichmentPage'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  enrichment: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description An `ETag` that you have: answers 304 without a body while it is current.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-None-Match'?: components['parameters']['If-None-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path: {
        /**
         * @description The run.
         * @example 01JZ5XH5J6K7M8N9P0Q1R2S3T4
         */
        enrichmentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A run of enrichment. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5XH5J6K7M8N9P0Q1R2S3T4",
           *       "subject": "PROJECT",
           *       "projectId": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "entityId": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "state": "SUCCEEDED",
           *       "problem": null,
           *       "proposals": 9,
           *       "tokens": 3120,
           *       "microUsd": 640,
           *       "requestedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X",
           *       "requestedAt": "2026-05-17T09:30:00.000Z",
           *       "startedAt": "2026-05-17T09:30:01.000Z",
           *       "endedAt": "2026-05-17T09:30:09.000Z",
           *       "revision": 1
           *     }
           */
          'application/json': components['schemas']['Enrichment'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  cancelEnrichment: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path: {
        /**
         * @description The run.
         * @example 01JZ5XH5J6K7M8N9P0Q1R2S3T4
         */
        enrichmentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A run of enrichment. */
      200: {
        headers: {
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5XH5J6K7M8N9P0Q1R2S3T4",
           *       "subject": "PROJECT",
           *       "projectId": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "entityId": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "state": "SUCCEEDED",
           *       "problem": null,
           *       "proposals": 9,
           *       "tokens": 3120,
           *       "microUsd": 640,
           *       "requestedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X",
           *       "requestedAt": "2026-05-17T09:30:00.000Z",
           *       "startedAt": "2026-05-17T09:30:01.000Z",
           *       "endedAt": "2026-05-17T09:30:09.000Z",
           *       "revision": 1
           *     }
           */
          'application/json': components['schemas']['Enrichment'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  enrichProject: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path: {
        /**
         * @description The project.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1Y
         */
        projectId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A run of enrichment. */
      200: {
        headers: {
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5XH5J6K7M8N9P0Q1R2S3T4",
           *       "subject": "PROJECT",
           *       "projectId": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "entityId": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "state": "SUCCEEDED",
           *       "problem": null,
           *       "proposals": 9,
           *       "tokens": 3120,
           *       "microUsd": 640,
           *       "requestedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X",
           *       "requestedAt": "2026-05-17T09:30:00.000Z",
           *       "startedAt": "2026-05-17T09:30:01.000Z",
           *       "endedAt": "2026-05-17T09:30:09.000Z",
           *       "revision": 1
           *     }
           */
          'application/json': components['schemas']['Enrichment'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  enrichAsset: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path: {
        /**
         * @description The project.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1Y
         */
        projectId: string;
        /**
         * @description The asset.
         * @example 01JZ5XC7S1T3V5W7X9Y0Z2A4B6
         */
        assetId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A run of enrichment. */
      200: {
        headers: {
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5XH5J6K7M8N9P0Q1R2S3T4",
           *       "subject": "PROJECT",
           *       "projectId": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "entityId": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "state": "SUCCEEDED",
           *       "problem": null,
           *       "proposals": 9,
           *       "tokens": 3120,
           *       "microUsd": 640,
           *       "requestedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X",
           *       "requestedAt": "2026-05-17T09:30:00.000Z",
           *       "startedAt": "2026-05-17T09:30:01.000Z",
           *       "endedAt": "2026-05-17T09:30:09.000Z",
           *       "revision": 1
           *     }
           */
          'application/json': components['schemas']['Enrichment'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  enrichInspiration: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path: {
        /**
         * @description The inspiration.
         * @example 01JZ5XD9E1F2G3H4J5K6M7N8P0
         */
        inspirationId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A run of enrichment. */
      200: {
        headers: {
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5XH5J6K7M8N9P0Q1R2S3T4",
           *       "subject": "PROJECT",
           *       "projectId": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "entityId": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "state": "SUCCEEDED",
           *       "problem": null,
           *       "proposals": 9,
           *       "tokens": 3120,
           *       "microUsd": 640,
           *       "requestedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X",
           *       "requestedAt": "2026-05-17T09:30:00.000Z",
           *       "startedAt": "2026-05-17T09:30:01.000Z",
           *       "endedAt": "2026-05-17T09:30:09.000Z",
           *       "revision": 1
           *     }
           */
          'application/json': components['schemas']['Enrichment'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  proposals: {
    parameters: {
      query?: {
        /** @description Only those that stand so. */
        state?: components['schemas']['ProposalState'];
        /** @description How many to answer, 1 to 100. */
        limit?: number;
        /** @description The `next` of the page before; leave out for the first page. */
        cursor?: string;
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description An `ETag` that you have: answers 304 without a body while it is current.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-None-Match'?: components['parameters']['If-None-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path: {
        /**
         * @description The project.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1Y
         */
        projectId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of proposals. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          Link: components['headers']['Link'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "ALT_TEXT-3f9a1c20",
           *           "projectId": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *           "inspirationId": null,
           *           "entity": "ASSET",
           *           "entityId": "01JZ5XC7S1T3V5W7X9Y0Z2A4B6",
           *           "field": "ALT_TEXT",
           *           "values": [
           *             "A great wave about to break over three boats."
           *           ],
           *           "state": "PROPOSED",
           *           "editedValues": null,
           *           "targetEntity": "ASSET",
           *           "targetId": "01JZ5XC7S1T3V5W7X9Y0Z2A4B6",
           *           "targetField": "altText",
           *           "targetVersion": null,
           *           "automatic": false,
           *           "receipt": {
           *             "enrichmentId": "01JZ5XH5J6K7M8N9P0Q1R2S3T4",
           *             "model": "amazon.nova-2-lite-v1:0",
           *             "promptVersion": "3",
           *             "sourceEntity": "ASSET",
           *             "sourceId": "01JZ5XC7S1T3V5W7X9Y0Z2A4B6",
           *             "sourceUrl": null,
           *             "passage": null,
           *             "at": "2026-05-17T09:30:06.000Z",
           *             "inputTokens": 1480,
           *             "outputTokens": 62,
           *             "microUsd": 640,
           *             "confidence": 0.92
           *           },
           *           "decidedBy": null,
           *           "decidedAt": null,
           *           "createdAt": "2026-05-01T07:12:00.000Z",
           *           "revision": 1
           *         }
           *       ],
           *       "next": "eyJ2IjoxfQ"
           *     }
           */
          'application/json': components['schemas']['ProposalPage'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  proposal: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description An `ETag` that you have: answers 304 without a body while it is current.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-None-Match'?: components['parameters']['If-None-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path: {
        /**
         * @description The project.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1Y
         */
        projectId: string;
        /**
         * @description The proposal.
         * @example ALT_TEXT-3f9a1c20
         */
        proposalId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A value that a model proposes for a field. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "ALT_TEXT-3f9a1c20",
           *       "projectId": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "inspirationId": null,
           *       "entity": "ASSET",
           *       "entityId": "01JZ5XC7S1T3V5W7X9Y0Z2A4B6",
           *       "field": "ALT_TEXT",
           *       "values": [
           *         "A great wave about to break over three boats."
           *       ],
           *       "state": "PROPOSED",
           *       "editedValues": null,
           *       "targetEntity": "ASSET",
           *       "targetId": "01JZ5XC7S1T3V5W7X9Y0Z2A4B6",
           *       "targetField": "altText",
           *       "targetVersion": null,
           *       "automatic": false,
           *       "receipt": {
           *         "enrichmentId": "01JZ5XH5J6K7M8N9P0Q1R2S3T4",
           *         "model": "amazon.nova-2-lite-v1:0",
           *         "promptVersion": "3",
           *         "sourceEntity": "ASSET",
           *         "sourceId": "01JZ5XC7S1T3V5W7X9Y0Z2A4B6",
           *         "sourceUrl": null,
           *         "passage": null,
           *         "at": "2026-05-17T09:30:06.000Z",
           *         "inputTokens": 1480,
           *         "outputTokens": 62,
           *         "microUsd": 640,
           *         "confidence": 0.92
           *       },
           *       "decidedBy": null,
           *       "decidedAt": null,
           *       "createdAt": "2026-05-01T07:12:00.000Z",
           *       "revision": 1
           *     }
           */
          'application/json': components['schemas']['Proposal'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  acceptProposal: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path: {
        /**
         * @description The project.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1Y
         */
        projectId: string;
        /**
         * @description The proposal.
         * @example ALT_TEXT-3f9a1c20
         */
        proposalId: string;
      };
      cookie?: never;
    };
    /** @description What it holds. */
    requestBody: {
      content: {
        /**
         * @example {
         *       "values": [
         *         "A great wave about to break over three rowing boats."
         *       ],
         *       "expectedVersion": 3
         *     }
         */
        'application/json': components['schemas']['AcceptProposalInput'];
      };
    };
    responses: {
      /** @description A value that a model proposes for a field. */
      200: {
        headers: {
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "ALT_TEXT-3f9a1c20",
           *       "projectId": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "inspirationId": null,
           *       "entity": "ASSET",
           *       "entityId": "01JZ5XC7S1T3V5W7X9Y0Z2A4B6",
           *       "field": "ALT_TEXT",
           *       "values": [
           *         "A great wave about to break over three boats."
           *       ],
           *       "state": "PROPOSED",
           *       "editedValues": null,
           *       "targetEntity": "ASSET",
           *       "targetId": "01JZ5XC7S1T3V5W7X9Y0Z2A4B6",
           *       "targetField": "altText",
           *       "targetVersion": null,
           *       "automatic": false,
           *       "receipt": {
           *         "enrichmentId": "01JZ5XH5J6K7M8N9P0Q1R2S3T4",
           *         "model": "amazon.nova-2-lite-v1:0",
           *         "promptVersion": "3",
           *         "sourceEntity": "ASSET",
           *         "sourceId": "01JZ5XC7S1T3V5W7X9Y0Z2A4B6",
           *         "sourceUrl": null,
           *         "passage": null,
           *         "at": "2026-05-17T09:30:06.000Z",
           *         "inputTokens": 1480,
           *         "outputTokens": 62,
           *         "microUsd": 640,
           *         "confidence": 0.92
           *       },
           *       "decidedBy": null,
           *       "decidedAt": null,
           *       "createdAt": "2026-05-01T07:12:00.000Z",
           *       "revision": 1
           *     }
           */
          'application/json': components['schemas']['Proposal'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  rejectProposal: {
    parameters: {
      query?: {
        /** @description The `revision` of the proposal that you read; a newer one answers `VersionConflict` and changes nothing. */
        expectedRevision?: number;
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path: {
        /**
         * @description The project.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1Y
         */
        projectId: string;
        /**
         * @description The proposal.
         * @example ALT_TEXT-3f9a1c20
         */
        proposalId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A value that a model proposes for a field. */
      200: {
        headers: {
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "ALT_TEXT-3f9a1c20",
           *       "projectId": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "inspirationId": null,
           *       "entity": "ASSET",
           *       "entityId": "01JZ5XC7S1T3V5W7X9Y0Z2A4B6",
           *       "field": "ALT_TEXT",
           *       "values": [
           *         "A great wave about to break over three boats."
           *       ],
           *       "state": "PROPOSED",
           *       "editedValues": null,
           *       "targetEntity": "ASSET",
           *       "targetId": "01JZ5XC7S1T3V5W7X9Y0Z2A4B6",
           *       "targetField": "altText",
           *       "targetVersion": null,
           *       "automatic": false,
           *       "receipt": {
           *         "enrichmentId": "01JZ5XH5J6K7M8N9P0Q1R2S3T4",
           *         "model": "amazon.nova-2-lite-v1:0",
           *         "promptVersion": "3",
           *         "sourceEntity": "ASSET",
           *         "sourceId": "01JZ5XC7S1T3V5W7X9Y0Z2A4B6",
           *         "sourceUrl": null,
           *         "passage": null,
           *         "at": "2026-05-17T09:30:06.000Z",
           *         "inputTokens": 1480,
           *         "outputTokens": 62,
           *         "microUsd": 640,
           *         "confidence": 0.92
           *       },
           *       "decidedBy": null,
           *       "decidedAt": null,
           *       "createdAt": "2026-05-01T07:12:00.000Z",
           *       "revision": 1
           *     }
           */
          'application/json': components['schemas']['Proposal'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  inspirationProposals: {
    parameters: {
      query?: {
        /** @description Only those that stand so. */
        state?: components['schemas']['ProposalState'];
        /** @description How many to answer, 1 to 100. */
        limit?: number;
        /** @description The `next` of the page before; leave out for the first page. */
        cursor?: string;
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description An `ETag` that you have: answers 304 without a body while it is current.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-None-Match'?: components['parameters']['If-None-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path: {
        /**
         * @description The inspiration.
         * @example 01JZ5XD9E1F2G3H4J5K6M7N8P0
         */
        inspirationId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of proposals. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          Link: components['headers']['Link'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "ALT_TEXT-3f9a1c20",
           *           "projectId": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *           "inspirationId": null,
           *           "entity": "ASSET",
           *           "entityId": "01JZ5XC7S1T3V5W7X9Y0Z2A4B6",
           *           "field": "ALT_TEXT",
           *           "values": [
           *             "A great wave about to break over three boats."
           *           ],
           *           "state": "PROPOSED",
           *           "editedValues": null,
           *           "targetEntity": "ASSET",
           *           "targetId": "01JZ5XC7S1T3V5W7X9Y0Z2A4B6",
           *           "targetField": "altText",
           *           "targetVersion": null,
           *           "automatic": false,
           *           "receipt": {
           *             "enrichmentId": "01JZ5XH5J6K7M8N9P0Q1R2S3T4",
           *             "model": "amazon.nova-2-lite-v1:0",
           *             "promptVersion": "3",
           *             "sourceEntity": "ASSET",
           *             "sourceId": "01JZ5XC7S1T3V5W7X9Y0Z2A4B6",
           *             "sourceUrl": null,
           *             "passage": null,
           *             "at": "2026-05-17T09:30:06.000Z",
           *             "inputTokens": 1480,
           *             "outputTokens": 62,
           *             "microUsd": 640,
           *             "confidence": 0.92
           *           },
           *           "decidedBy": null,
           *           "decidedAt": null,
           *           "createdAt": "2026-05-01T07:12:00.000Z",
           *           "revision": 1
           *         }
           *       ],
           *       "next": "eyJ2IjoxfQ"
           *     }
           */
          'application/json': components['schemas']['ProposalPage'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  inspirationProposal: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description An `ETag` that you have: answers 304 without a body while it is current.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-None-Match'?: components['parameters']['If-None-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path: {
        /**
         * @description The inspiration.
         * @example 01JZ5XD9E1F2G3H4J5K6M7N8P0
         */
        inspirationId: string;
        /**
         * @description The proposal.
         * @example ALT_TEXT-3f9a1c20
         */
        proposalId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A value that a model proposes for a field. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "ALT_TEXT-3f9a1c20",
           *       "projectId": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "inspirationId": null,
           *       "entity": "ASSET",
           *       "entityId": "01JZ5XC7S1T3V5W7X9Y0Z2A4B6",
           *       "field": "ALT_TEXT",
           *       "values": [
           *         "A great wave about to break over three boats."
           *       ],
           *       "state": "PROPOSED",
           *       "editedValues": null,
           *       "targetEntity": "ASSET",
           *       "targetId": "01JZ5XC7S1T3V5W7X9Y0Z2A4B6",
           *       "targetField": "altText",
           *       "targetVersion": null,
           *       "automatic": false,
           *       "receipt": {
           *         "enrichmentId": "01JZ5XH5J6K7M8N9P0Q1R2S3T4",
           *         "model": "amazon.nova-2-lite-v1:0",
           *         "promptVersion": "3",
           *         "sourceEntity": "ASSET",
           *         "sourceId": "01JZ5XC7S1T3V5W7X9Y0Z2A4B6",
           *         "sourceUrl": null,
           *         "passage": null,
           *         "at": "2026-05-17T09:30:06.000Z",
           *         "inputTokens": 1480,
           *         "outputTokens": 62,
           *         "microUsd": 640,
           *         "confidence": 0.92
           *       },
           *       "decidedBy": null,
           *       "decidedAt": null,
           *       "createdAt": "2026-05-01T07:12:00.000Z",
           *       "revision": 1
           *     }
           */
          'application/json': components['schemas']['Proposal'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  acceptInspirationProposal: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path: {
        /**
         * @description The inspiration.
         * @example 01JZ5XD9E1F2G3H4J5K6M7N8P0
         */
        inspirationId: string;
        /**
         * @description The proposal.
         * @example ALT_TEXT-3f9a1c20
         */
        proposalId: string;
      };
      cookie?: never;
    };
    /** @description What it holds. */
    requestBody: {
      content: {
        /**
         * @example {
         *       "values": [
         *         "A great wave about to break over three rowing boats."
         *       ],
         *       "expectedVersion": 3
         *     }
         */
        'application/json': components['schemas']['AcceptProposalInput'];
      };
    };
    responses: {
      /** @description A value that a model proposes for a field. */
      200: {
        headers: {
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "ALT_TEXT-3f9a1c20",
           *       "projectId": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "inspirationId": null,
           *       "entity": "ASSET",
           *       "entityId": "01JZ5XC7S1T3V5W7X9Y0Z2A4B6",
           *       "field": "ALT_TEXT",
           *       "values": [
           *         "A great wave about to break over three boats."
           *       ],
           *       "state": "PROPOSED",
           *       "editedValues": null,
           *       "targetEntity": "ASSET",
           *       "targetId": "01JZ5XC7S1T3V5W7X9Y0Z2A4B6",
           *       "targetField": "altText",
           *       "targetVersion": null,
           *       "automatic": false,
           *       "receipt": {
           *         "enrichmentId": "01JZ5XH5J6K7M8N9P0Q1R2S3T4",
           *         "model": "amazon.nova-2-lite-v1:0",
           *         "promptVersion": "3",
           *         "sourceEntity": "ASSET",
           *         "sourceId": "01JZ5XC7S1T3V5W7X9Y0Z2A4B6",
           *         "sourceUrl": null,
           *         "passage": null,
           *         "at": "2026-05-17T09:30:06.000Z",
           *         "inputTokens": 1480,
           *         "outputTokens": 62,
           *         "microUsd": 640,
           *         "confidence": 0.92
           *       },
           *       "decidedBy": null,
           *       "decidedAt": null,
           *       "createdAt": "2026-05-01T07:12:00.000Z",
           *       "revision": 1
           *     }
           */
          'application/json': components['schemas']['Proposal'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  rejectInspirationProposal: {
    parameters: {
      query?: {
        /** @description The `revision` of the proposal that you read; a newer one answers `VersionConflict` and changes nothing. */
        expectedRevision?: number;
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path: {
        /**
         * @description The inspiration.
         * @example 01JZ5XD9E1F2G3H4J5K6M7N8P0
         */
        inspirationId: string;
        /**
         * @description The proposal.
         * @example ALT_TEXT-3f9a1c20
         */
        proposalId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A value that a model proposes for a field. */
      200: {
        headers: {
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "ALT_TEXT-3f9a1c20",
           *       "projectId": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "inspirationId": null,
           *       "entity": "ASSET",
           *       "entityId": "01JZ5XC7S1T3V5W7X9Y0Z2A4B6",
           *       "field": "ALT_TEXT",
           *       "values": [
           *         "A great wave about to break over three boats."
           *       ],
           *       "state": "PROPOSED",
           *       "editedValues": null,
           *       "targetEntity": "ASSET",
           *       "targetId": "01JZ5XC7S1T3V5W7X9Y0Z2A4B6",
           *       "targetField": "altText",
           *       "targetVersion": null,
           *       "automatic": false,
           *       "receipt": {
           *         "enrichmentId": "01JZ5XH5J6K7M8N9P0Q1R2S3T4",
           *         "model": "amazon.nova-2-lite-v1:0",
           *         "promptVersion": "3",
           *         "sourceEntity": "ASSET",
           *         "sourceId": "01JZ5XC7S1T3V5W7X9Y0Z2A4B6",
           *         "sourceUrl": null,
           *         "passage": null,
           *         "at": "2026-05-17T09:30:06.000Z",
           *         "inputTokens": 1480,
           *         "outputTokens": 62,
           *         "microUsd": 640,
           *         "confidence": 0.92
           *       },
           *       "decidedBy": null,
           *       "decidedAt": null,
           *       "createdAt": "2026-05-01T07:12:00.000Z",
           *       "revision": 1
           *     }
           */
          'application/json': components['schemas']['Proposal'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  revertProposals: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path?: never;
      cookie?: never;
    };
    /** @description What it holds. */
    requestBody: {
      content: {
        /**
         * @example {
         *       "model": "amazon.nova-2-lite-v1:0",
         *       "promptVersion": "3"
         *     }
         */
        'application/json': components['schemas']['RevertProposalsInput'];
      };
    };
    responses: {
      /** @description What came of taking back. */
      200: {
        headers: {
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "reverted": 12,
           *       "left": [
           *         {
           *           "id": "TAGS-77b0e2d4",
           *           "projectId": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *           "inspirationId": null,
           *           "field": "TAGS",
           *           "reason": "The field has been changed since."
           *         }
           *       ],
           *       "next": "eyJ2IjoxfQ"
           *     }
           */
          'application/json': components['schemas']['RevertedProposals'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  members: {
    parameters: {
      query?: {
        /** @description How many to answer, 1 to 100. */
        limit?: number;
        /** @description The `next` of the page before; leave out for the first page. */
        cursor?: string;
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description An `ETag` that you have: answers 304 without a body while it is current.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-None-Match'?: components['parameters']['If-None-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of members. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          Link: components['headers']['Link'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "uid": "01JZ5X8Q4M7N2P9R3S6T8V0W1X",
           *           "role": "EDITOR",
           *           "label": "Printer",
           *           "version": 3,
           *           "createdAt": "2026-05-01T07:12:00.000Z",
           *           "updatedAt": "2026-05-17T09:30:00.000Z",
           *           "updatedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X"
           *         }
           *       ],
           *       "next": "eyJ2IjoxfQ"
           *     }
           */
          'application/json': components['schemas']['MemberPage'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  addMember: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path?: never;
      cookie?: never;
    };
    /** @description What it holds. */
    requestBody: {
      content: {
        /**
         * @example {
         *       "uid": "01JZ5X8Q4M7N2P9R3S6T8V0W1X",
         *       "role": "EDITOR",
         *       "label": "Printer"
         *     }
         */
        'application/json': components['schemas']['AddMemberInput'];
      };
    };
    responses: {
      /** @description A person who may act for a tenant. */
      201: {
        headers: {
          ETag: components['headers']['ETag'];
          Location: components['headers']['Location'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "uid": "01JZ5X8Q4M7N2P9R3S6T8V0W1X",
           *       "role": "EDITOR",
           *       "label": "Printer",
           *       "version": 3,
           *       "createdAt": "2026-05-01T07:12:00.000Z",
           *       "updatedAt": "2026-05-17T09:30:00.000Z",
           *       "updatedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X"
           *     }
           */
          'application/json': components['schemas']['Member'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['MemberExists'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  member: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description An `ETag` that you have: answers 304 without a body while it is current.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-None-Match'?: components['parameters']['If-None-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path: {
        /**
         * @description The person.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        uid: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A person who may act for a tenant. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "uid": "01JZ5X8Q4M7N2P9R3S6T8V0W1X",
           *       "role": "EDITOR",
           *       "label": "Printer",
           *       "version": 3,
           *       "createdAt": "2026-05-01T07:12:00.000Z",
           *       "updatedAt": "2026-05-17T09:30:00.000Z",
           *       "updatedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X"
           *     }
           */
          'application/json': components['schemas']['Member'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  removeMember: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
        /**
         * @description The version that you read, where neither `If-Match` nor the body says it.
         * @example 3
         */
        expectedVersion?: components['parameters']['expectedVersion'];
      };
      header?: {
        /**
         * @description The `ETag` that you read. Only the version in it is compared; `*` takes any. Either this or `expectedVersion` is required.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-Match'?: components['parameters']['If-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path: {
        /**
         * @description The person.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        uid: string;
      };
      cookie?: never;
    };
    requestBody?: components['requestBodies']['Version'];
    responses: {
      /** @description What was deleted. */
      200: {
        headers: {
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y"
           *     }
           */
          'application/json': components['schemas']['Deleted'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      /**
       * @description `VersionConflict`: Somebody else changed it since you read it. Read it again, repeat your change on what you get, and send its `version`.
       *
       *     `LastOwner`: A tenant keeps at least one owner. Make somebody else an owner first.
       */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  updateMember: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
        /**
         * @description The version that you read, where neither `If-Match` nor the body says it.
         * @example 3
         */
        expectedVersion?: components['parameters']['expectedVersion'];
      };
      header?: {
        /**
         * @description The `ETag` that you read. Only the version in it is compared; `*` takes any. Either this or `expectedVersion` is required.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-Match'?: components['parameters']['If-Match'];
        /**
         * @description Id of the tenant to act for, from your memberships. Left out, you act for yourself.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        'X-Tenant'?: components['parameters']['X-Tenant'];
      };
      path: {
        /**
         * @description The person.
         * @example 01JZ5X8Q4M7N2P9R3S6T8V0W1X
         */
        uid: string;
      };
      cookie?: never;
    };
    /** @description What to change: a member left out stays, null clears it. */
    requestBody: {
      content: {
        /**
         * @example {
         *       "role": "EDITOR",
         *       "label": "Printer"
         *     }
         */
        'application/json': components['schemas']['UpdateMemberInput'];
        /**
         * @example {
         *       "role": "EDITOR",
         *       "label": "Printer"
         *     }
         */
        'application/merge-patch+json': components['schemas']['UpdateMemberInput'];
      };
    };
    responses: {
      /** @description A person who may act for a tenant. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "uid": "01JZ5X8Q4M7N2P9R3S6T8V0W1X",
           *       "role": "EDITOR",
           *       "label": "Printer",
           *       "version": 3,
           *       "createdAt": "2026-05-01T07:12:00.000Z",
           *       "updatedAt": "2026-05-17T09:30:00.000Z",
           *       "updatedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X"
           *     }
           */
          'application/json': components['schemas']['Member'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      /**
       * @description `VersionConflict`: Somebody else changed it since you read it. Read it again, repeat your change on what you get, and send its `version`.
       *
       *     `LastOwner`: A tenant keeps at least one owner. Make somebody else an owner first.
       */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  tokens: {
    parameters: {
      query?: {
        /** @description How many to answer, 1 to 100. */
        limit?: number;
        /** @description The `next` of the page before; leave out for the first page. */
        cursor?: string;
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description An `ETag` that you have: answers 304 without a body while it is current.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-None-Match'?: components['parameters']['If-None-Match'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of tokens. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          Link: components['headers']['Link'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *           "name": "Catalogue import",
           *           "scopes": [
           *             "READ",
           *             "WRITE"
           *           ],
           *           "expiresAt": "2027-05-17T09:30:00.000Z",
           *           "createdAt": "2026-05-01T07:12:00.000Z"
           *         }
           *       ],
           *       "next": "eyJ2IjoxfQ"
           *     }
           */
          'application/json': components['schemas']['TokenPage'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  createToken: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description What it holds. */
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Catalogue import",
         *       "scopes": [
         *         "READ",
         *         "WRITE"
         *       ],
         *       "expiresAt": "2027-05-17T09:30:00.000Z"
         *     }
         */
        'application/json': components['schemas']['CreateTokenInput'];
      };
    };
    responses: {
      /** @description A new token with its secret, which is shown this once. */
      201: {
        headers: {
          Location: components['headers']['Location'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "token": {
           *         "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *         "name": "Catalogue import",
           *         "scopes": [
           *           "READ",
           *           "WRITE"
           *         ],
           *         "expiresAt": "2027-05-17T09:30:00.000Z",
           *         "createdAt": "2026-05-01T07:12:00.000Z"
           *       },
           *       "secret": "art_01JZ5XF3G4H5J6K7M8N9P0Q1R2_example"
           *     }
           */
          'application/json': components['schemas']['CreatedToken'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  token: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description An `ETag` that you have: answers 304 without a body while it is current.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-None-Match'?: components['parameters']['If-None-Match'];
      };
      path: {
        /**
         * @description The token.
         * @example 01JZ5XF3G4H5J6K7M8N9P0Q1R2
         */
        tokenId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A personal access token, without its secret. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "name": "Catalogue import",
           *       "scopes": [
           *         "READ",
           *         "WRITE"
           *       ],
           *       "expiresAt": "2027-05-17T09:30:00.000Z",
           *       "createdAt": "2026-05-01T07:12:00.000Z"
           *     }
           */
          'application/json': components['schemas']['Token'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteToken: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: never;
      path: {
        /**
         * @description The token.
         * @example 01JZ5XF3G4H5J6K7M8N9P0Q1R2
         */
        tokenId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was deleted. */
      200: {
        headers: {
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y"
           *     }
           */
          'application/json': components['schemas']['Deleted'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  tenants: {
    parameters: {
      query?: {
        /** @description How many to answer, 1 to 100. */
        limit?: number;
        /** @description The `next` of the page before; leave out for the first page. */
        cursor?: string;
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description An `ETag` that you have: answers 304 without a body while it is current.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-None-Match'?: components['parameters']['If-None-Match'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of tenants. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          Link: components['headers']['Link'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *           "handle": "katsushika-hokusai",
           *           "name": "Katsushika Hokusai",
           *           "createdAt": "2026-05-01T07:12:00.000Z"
           *         }
           *       ],
           *       "next": "eyJ2IjoxfQ"
           *     }
           */
          'application/json': components['schemas']['TenantPage'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  createTenant: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description What it holds. */
    requestBody: {
      content: {
        /**
         * @example {
         *       "handle": "katsushika-hokusai",
         *       "name": "Katsushika Hokusai",
         *       "kind": "PERSON",
         *       "sortName": "Hokusai, Katsushika",
         *       "altNames": [
         *         "Gakyō Rōjin"
         *       ],
         *       "dateText": "1760–1849",
         *       "birthYear": 1760,
         *       "deathYear": 1849,
         *       "birthPlace": "Edo",
         *       "deathPlace": "Edo",
         *       "nationality": "Japanese",
         *       "summary": "Painter and printmaker of the Edo period.",
         *       "statement": "From the age of six I had a mania for drawing the shapes of things.",
         *       "licence": "CC0 1.0",
         *       "visibility": "LISTED"
         *     }
         */
        'application/json': components['schemas']['CreateTenantInput'];
      };
    };
    responses: {
      /** @description Who a tenant is: the draft behind the front page of its portfolio. */
      201: {
        headers: {
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "handle": "katsushika-hokusai",
           *       "name": "Katsushika Hokusai",
           *       "kind": "PERSON",
           *       "sortName": "Hokusai, Katsushika",
           *       "altNames": [
           *         "Gakyō Rōjin"
           *       ],
           *       "dateText": "1760–1849",
           *       "birthYear": 1760,
           *       "deathYear": 1849,
           *       "birthPlace": "Edo",
           *       "deathPlace": "Edo",
           *       "nationality": "Japanese",
           *       "summary": "Painter and printmaker of the Edo period.",
           *       "statement": "From the age of six I had a mania for drawing the shapes of things.",
           *       "licence": "CC0 1.0",
           *       "facts": [
           *         {
           *           "key": "accession",
           *           "label": "Accession number",
           *           "value": "JP1847"
           *         }
           *       ],
           *       "links": [
           *         {
           *           "label": "Museum record",
           *           "url": "https://example.org/works/45434"
           *         }
           *       ],
           *       "visibility": "LISTED",
           *       "externalRef": null,
           *       "state": "CHANGED",
           *       "publishedVersion": 2,
           *       "publishedAt": "2026-05-16T08:00:00.000Z",
           *       "version": 3,
           *       "createdAt": "2026-05-01T07:12:00.000Z",
           *       "updatedAt": "2026-05-17T09:30:00.000Z",
           *       "updatedBy": "01JZ5X8Q4M7N2P9R3S6T8V0W1X"
           *     }
           */
          'application/json': components['schemas']['Profile'];
        };
      };
      400: components['responses']['BadInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      /**
       * @description `HandleTaken`: The handle is taken. Choose another handle; handles are never given out again.
       *
       *     `ExternalRefTaken`: The external reference is taken. The record was created before: change the one with the id that the error carries.
       */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  search: {
    parameters: {
      query?: {
        /** @description Words, as one says them. Without words, everything that fits the filters, latest first. */
        text?: string;
        /** @description How to look. Left out: `SIMILAR` with `similarTo`, `IMAGE` with `picture`, else `HYBRID`. */
        mode?: components['schemas']['SearchMode'];
        /** @description A published work whose neighbours are wanted, for the mode `SIMILAR`: what is near it in meaning or in look. */
        similarTo?: string;
        /** @description Address of a published picture, as `variants` gives it, for the mode `IMAGE`; its tenant has enrichment on. */
        picture?: string;
        /** @description Only in the portfolio of this handle; an old one is followed. */
        handle?: string;
        /** @description Only these kinds. */
        kind?: components['schemas']['PublicKind'][];
        /** @description Materials and technique, as the facet `medium` names them. Any of them fits; so it is with every list here. */
        medium?: string[];
        /** @description Classifications. */
        classification?: string[];
        /** @description Tags. */
        tag?: string[];
        /** @description Names of colours in the picture, as the facet `colour` has them, for example `blue`. */
        colour?: string[];
        /** @description Licences. */
        licence?: string[];
        /** @description BCP 47 tags of languages. */
        language?: string[];
        /** @description First year: what was finished before is left out. Negative years are BC. */
        yearFrom?: number;
        /** @description Last year: what was begun after is left out. Negative years are BC. */
        yearTo?: number;
        /** @description Whether to count facets. */
        facets?: boolean;
        /** @description How many to answer, 1 to 100. */
        limit?: number;
        /** @description The `next` of the page before, with the same arguments; leave out for the first page. */
        cursor?: string;
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description An `ETag` that you have: answers 304 without a body while it is current.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-None-Match'?: components['parameters']['If-None-Match'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of what was found in public. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          Link: components['headers']['Link'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "kind": "WORK",
           *           "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *           "handle": "katsushika-hokusai",
           *           "artist": "Katsushika Hokusai",
           *           "slug": "under-the-wave-off-kanagawa",
           *           "path": "/@katsushika-hokusai/under-the-wave-off-kanagawa/",
           *           "title": "Under the Wave off Kanagawa",
           *           "language": "en",
           *           "dateText": "c. 1830–32",
           *           "medium": "Woodblock print; ink and colour on paper",
           *           "cover": {
           *             "assetId": "01JZ5XC7S1T3V5W7X9Y0Z2A4B6",
           *             "width": 3859,
           *             "height": 2594,
           *             "thumbhash": "1QcSHQRnh493V4dIh4eXh1h4kJUI",
           *             "altText": "A great wave about to break over three boats.",
           *             "focalPoint": {
           *               "x": 0.35,
           *               "y": 0.4
           *             },
           *             "palette": [
           *               "#e8dcc4",
           *               "#1f3a5f"
           *             ],
           *             "variants": [
           *               {
           *                 "url": "https://artissist.example/media/p/01JZ5X8Q4M7N2P9R3S6T8V0W1X/01JZ5XC7S1T3V5W7X9Y0Z2A4B6/5c1e0a9b-960.webp",
           *                 "width": 960,
           *                 "height": 645,
           *                 "contentType": "image/webp"
           *               }
           *             ]
           *           },
           *           "score": 0.87,
           *           "highlights": [
           *             {
           *               "field": "title",
           *               "parts": [
           *                 {
           *                   "text": "Wave",
           *                   "match": true
           *                 }
           *               ]
           *             }
           *           ],
           *           "publishedAt": "2026-05-16T08:00:00.000Z"
           *         }
           *       ],
           *       "facets": [
           *         {
           *           "name": "medium",
           *           "values": [
           *             {
           *               "value": "Woodblock print; ink and colour on paper",
           *               "count": 3
           *             }
           *           ]
           *         }
           *       ],
           *       "total": 42,
           *       "totalIsAtLeast": false,
           *       "didYouMean": null,
           *       "mode": "HYBRID",
           *       "notice": null,
           *       "next": "eyJ2IjoxfQ"
           *     }
           */
          'application/json': components['schemas']['SearchResult'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadInput'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  suggest: {
    parameters: {
      query: {
        /**
         * @description What was typed so far.
         * @example great wave
         */
        text: string;
        /** @description How many to answer, 1 to 20. */
        limit?: number;
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description An `ETag` that you have: answers 304 without a body while it is current.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-None-Match'?: components['parameters']['If-None-Match'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Public titles and names that go on from what was typed. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "text": "Under the Wave off Kanagawa",
           *           "kind": "WORK",
           *           "path": "/@katsushika-hokusai/under-the-wave-off-kanagawa/"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['SuggestionList'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadInput'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  recentProjects: {
    parameters: {
      query?: {
        /** @description How many to answer, 1 to 100. */
        limit?: number;
        /** @description The `next` of the page before; leave out for the first page. */
        cursor?: string;
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description An `ETag` that you have: answers 304 without a body while it is current.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-None-Match'?: components['parameters']['If-None-Match'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of published works. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          Link: components['headers']['Link'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *           "handle": "katsushika-hokusai",
           *           "artist": "Katsushika Hokusai",
           *           "slug": "under-the-wave-off-kanagawa",
           *           "title": "Under the Wave off Kanagawa",
           *           "language": "en",
           *           "dateText": "c. 1830–32",
           *           "yearStart": 1830,
           *           "medium": "Woodblock print; ink and colour on paper",
           *           "cover": {
           *             "assetId": "01JZ5XC7S1T3V5W7X9Y0Z2A4B6",
           *             "width": 3859,
           *             "height": 2594,
           *             "thumbhash": "1QcSHQRnh493V4dIh4eXh1h4kJUI",
           *             "altText": "A great wave about to break over three boats.",
           *             "focalPoint": {
           *               "x": 0.35,
           *               "y": 0.4
           *             },
           *             "palette": [
           *               "#e8dcc4",
           *               "#1f3a5f"
           *             ],
           *             "variants": [
           *               {
           *                 "url": "https://artissist.example/media/p/01JZ5X8Q4M7N2P9R3S6T8V0W1X/01JZ5XC7S1T3V5W7X9Y0Z2A4B6/5c1e0a9b-960.webp",
           *                 "width": 960,
           *                 "height": 645,
           *                 "contentType": "image/webp"
           *               }
           *             ]
           *           },
           *           "publishedAt": "2026-05-16T08:00:00.000Z"
           *         }
           *       ],
           *       "next": "eyJ2IjoxfQ"
           *     }
           */
          'application/json': components['schemas']['PublicProjectPage'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadInput'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  portfolios: {
    parameters: {
      query?: {
        /** @description How many to answer, 1 to 100. */
        limit?: number;
        /** @description The `next` of the page before; leave out for the first page. */
        cursor?: string;
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description An `ETag` that you have: answers 304 without a body while it is current.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-None-Match'?: components['parameters']['If-None-Match'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of portfolios. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          Link: components['headers']['Link'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "handle": "katsushika-hokusai",
           *           "name": "Katsushika Hokusai",
           *           "kind": "PERSON",
           *           "dateText": "1760–1849",
           *           "summary": "Painter and printmaker of the Edo period.",
           *           "publishedAt": "2026-05-16T08:00:00.000Z"
           *         }
           *       ],
           *       "next": "eyJ2IjoxfQ"
           *     }
           */
          'application/json': components['schemas']['PortfolioPage'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadInput'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  portfolio: {
    parameters: {
      query?: {
        /** @description Lists to put into the answer, first page each, joined by commas. */
        expand?: ('projects' | 'pages')[];
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description An `ETag` that you have: answers 304 without a body while it is current.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-None-Match'?: components['parameters']['If-None-Match'];
      };
      path: {
        /**
         * @description Handle of the portfolio; an old one is followed.
         * @example katsushika-hokusai
         */
        handle: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A published portfolio. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "handle": "katsushika-hokusai",
           *       "name": "Katsushika Hokusai",
           *       "kind": "PERSON",
           *       "sortName": "Hokusai, Katsushika",
           *       "altNames": [
           *         "Gakyō Rōjin"
           *       ],
           *       "dateText": "1760–1849",
           *       "birthYear": 1760,
           *       "deathYear": 1849,
           *       "birthPlace": "Edo",
           *       "deathPlace": "Edo",
           *       "nationality": "Japanese",
           *       "summary": "Painter and printmaker of the Edo period.",
           *       "statement": "From the age of six I had a mania for drawing the shapes of things.",
           *       "licence": "CC0 1.0",
           *       "statementHtml": "<p>From the age of six I had a mania for drawing the shapes of things.</p>",
           *       "facts": [
           *         {
           *           "key": "accession",
           *           "label": "Accession number",
           *           "value": "JP1847"
           *         }
           *       ],
           *       "links": [
           *         {
           *           "label": "Museum record",
           *           "url": "https://example.org/works/45434"
           *         }
           *       ],
           *       "visibility": "LISTED",
           *       "version": 3,
           *       "publishedAt": "2026-05-16T08:00:00.000Z"
           *     }
           */
          'application/json': components['schemas']['Portfolio'];
        };
      };
      301: components['responses']['Moved'];
      304: components['responses']['NotModified'];
      400: components['responses']['BadInput'];
      404: components['responses']['NotFound'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  portfolioProjects: {
    parameters: {
      query?: {
        /** @description How many to answer, 1 to 100. */
        limit?: number;
        /** @description The `next` of the page before; leave out for the first page. */
        cursor?: string;
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description An `ETag` that you have: answers 304 without a body while it is current.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-None-Match'?: components['parameters']['If-None-Match'];
      };
      path: {
        /**
         * @description Handle of the portfolio; an old one is followed.
         * @example katsushika-hokusai
         */
        handle: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of published works. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          Link: components['headers']['Link'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *           "handle": "katsushika-hokusai",
           *           "artist": "Katsushika Hokusai",
           *           "slug": "under-the-wave-off-kanagawa",
           *           "title": "Under the Wave off Kanagawa",
           *           "language": "en",
           *           "dateText": "c. 1830–32",
           *           "yearStart": 1830,
           *           "medium": "Woodblock print; ink and colour on paper",
           *           "cover": {
           *             "assetId": "01JZ5XC7S1T3V5W7X9Y0Z2A4B6",
           *             "width": 3859,
           *             "height": 2594,
           *             "thumbhash": "1QcSHQRnh493V4dIh4eXh1h4kJUI",
           *             "altText": "A great wave about to break over three boats.",
           *             "focalPoint": {
           *               "x": 0.35,
           *               "y": 0.4
           *             },
           *             "palette": [
           *               "#e8dcc4",
           *               "#1f3a5f"
           *             ],
           *             "variants": [
           *               {
           *                 "url": "https://artissist.example/media/p/01JZ5X8Q4M7N2P9R3S6T8V0W1X/01JZ5XC7S1T3V5W7X9Y0Z2A4B6/5c1e0a9b-960.webp",
           *                 "width": 960,
           *                 "height": 645,
           *                 "contentType": "image/webp"
           *               }
           *             ]
           *           },
           *           "publishedAt": "2026-05-16T08:00:00.000Z"
           *         }
           *       ],
           *       "next": "eyJ2IjoxfQ"
           *     }
           */
          'application/json': components['schemas']['PublicProjectPage'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadInput'];
      404: components['responses']['NotFound'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  publicProject: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description An `ETag` that you have: answers 304 without a body while it is current.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-None-Match'?: components['parameters']['If-None-Match'];
      };
      path: {
        /**
         * @description Handle of the portfolio; an old one is followed.
         * @example katsushika-hokusai
         */
        handle: string;
        /**
         * @description Name of the work in the address; an old one is followed.
         * @example under-the-wave-off-kanagawa
         */
        slug: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A published work. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "handle": "katsushika-hokusai",
           *       "artist": "Katsushika Hokusai",
           *       "slug": "under-the-wave-off-kanagawa",
           *       "title": "Under the Wave off Kanagawa",
           *       "foreignTitle": "神奈川沖浪裏",
           *       "language": "en",
           *       "series": "Thirty-six Views of Mount Fuji",
           *       "dateText": "c. 1830–32",
           *       "yearStart": 1830,
           *       "yearEnd": 1832,
           *       "medium": "Woodblock print; ink and colour on paper",
           *       "classification": "print",
           *       "dimensions": "25.7 × 37.9 cm",
           *       "inscription": null,
           *       "description": "Three boats in a heavy sea, with Mount Fuji far behind.",
           *       "body": "The **wave** was cut before the mountain.",
           *       "provenance": null,
           *       "creditLine": null,
           *       "culture": "Japan",
           *       "period": "Edo period",
           *       "places": [
           *         "Kanagawa"
           *       ],
           *       "tags": [
           *         "sea",
           *         "Mount Fuji"
           *       ],
           *       "licence": "CC0 1.0",
           *       "bodyHtml": "<p>The <strong>wave</strong> was cut before the mountain.</p>",
           *       "credits": [
           *         {
           *           "name": "Nishimuraya Yohachi",
           *           "role": "publisher",
           *           "handle": null
           *         }
           *       ],
           *       "facts": [
           *         {
           *           "key": "accession",
           *           "label": "Accession number",
           *           "value": "JP1847"
           *         }
           *       ],
           *       "links": [
           *         {
           *           "label": "Museum record",
           *           "url": "https://example.org/works/45434"
           *         }
           *       ],
           *       "visibility": "LISTED",
           *       "cover": {
           *         "assetId": "01JZ5XC7S1T3V5W7X9Y0Z2A4B6",
           *         "width": 3859,
           *         "height": 2594,
           *         "thumbhash": "1QcSHQRnh493V4dIh4eXh1h4kJUI",
           *         "altText": "A great wave about to break over three boats.",
           *         "focalPoint": {
           *           "x": 0.35,
           *           "y": 0.4
           *         },
           *         "palette": [
           *           "#e8dcc4",
           *           "#1f3a5f"
           *         ],
           *         "variants": [
           *           {
           *             "url": "https://artissist.example/media/p/01JZ5X8Q4M7N2P9R3S6T8V0W1X/01JZ5XC7S1T3V5W7X9Y0Z2A4B6/5c1e0a9b-960.webp",
           *             "width": 960,
           *             "height": 645,
           *             "contentType": "image/webp"
           *           }
           *         ]
           *       },
           *       "images": [
           *         {
           *           "assetId": "01JZ5XC7S1T3V5W7X9Y0Z2A4B6",
           *           "width": 3859,
           *           "height": 2594,
           *           "thumbhash": "1QcSHQRnh493V4dIh4eXh1h4kJUI",
           *           "palette": [
           *             "#e8dcc4",
           *             "#1f3a5f"
           *           ],
           *           "altText": "A great wave about to break over three boats.",
           *           "caption": "Impression of the first state.",
           *           "credit": "The artist, CC0 1.0",
           *           "focalPoint": {
           *             "x": 0.35,
           *             "y": 0.4
           *           },
           *           "variants": [
           *             {
           *               "url": "https://artissist.example/media/p/01JZ5X8Q4M7N2P9R3S6T8V0W1X/01JZ5XC7S1T3V5W7X9Y0Z2A4B6/5c1e0a9b-960.webp",
           *               "width": 960,
           *               "height": 645,
           *               "contentType": "image/webp"
           *             }
           *           ],
           *           "machineMade": [
           *             {
           *               "field": "altText",
           *               "model": "amazon.nova-2-lite-v1:0",
           *               "at": "2026-05-17T09:30:06.000Z",
           *               "values": null
           *             }
           *           ]
           *         }
           *       ],
           *       "logs": [
           *         {
           *           "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *           "title": "First state",
           *           "body": "The **wave** was cut before the mountain.",
           *           "bodyHtml": "<p>The <strong>wave</strong> was cut before the mountain.</p>",
           *           "occurredAt": "2026-05-12T14:00:00.000Z",
           *           "assetIds": [
           *             "01JZ5XC7S1T3V5W7X9Y0Z2A4B6"
           *           ],
           *           "tags": [
           *             "sea",
           *             "Mount Fuji"
           *           ],
           *           "language": "en"
           *         }
           *       ],
           *       "inspirations": [
           *         {
           *           "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *           "title": "The Sea at Satta",
           *           "creator": "Utagawa Hiroshige",
           *           "sourceUrl": "https://example.org/works/36919",
           *           "note": "The answer to the wave, twenty years later.",
           *           "tags": [
           *             "sea",
           *             "Mount Fuji"
           *           ],
           *           "licence": "CC0 1.0",
           *           "facts": null,
           *           "machineMade": null
           *         }
           *       ],
           *       "machineMade": null,
           *       "version": 3,
           *       "publishedAt": "2026-05-16T08:00:00.000Z"
           *     }
           */
          'application/json': components['schemas']['PublicProject'];
        };
      };
      301: components['responses']['Moved'];
      304: components['responses']['NotModified'];
      400: components['responses']['BadInput'];
      404: components['responses']['NotFound'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  portfolioPages: {
    parameters: {
      query?: {
        /** @description How many to answer, 1 to 100. */
        limit?: number;
        /** @description The `next` of the page before; leave out for the first page. */
        cursor?: string;
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description An `ETag` that you have: answers 304 without a body while it is current.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-None-Match'?: components['parameters']['If-None-Match'];
      };
      path: {
        /**
         * @description Handle of the portfolio; an old one is followed.
         * @example katsushika-hokusai
         */
        handle: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of published pages. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          Link: components['headers']['Link'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "path": "guides/first-steps",
           *           "title": "First steps",
           *           "summary": "How the prints were made.",
           *           "sortOrder": 10,
           *           "publishedAt": "2026-05-16T08:00:00.000Z"
           *         }
           *       ],
           *       "next": "eyJ2IjoxfQ"
           *     }
           */
          'application/json': components['schemas']['PublicPagePage'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadInput'];
      404: components['responses']['NotFound'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  publicPage: {
    parameters: {
      query?: {
        /** @description Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not. */
        fields?: components['parameters']['fields'];
      };
      header?: {
        /**
         * @description An `ETag` that you have: answers 304 without a body while it is current.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-None-Match'?: components['parameters']['If-None-Match'];
      };
      path: {
        /**
         * @description Handle of the portfolio; an old one is followed.
         * @example katsushika-hokusai
         */
        handle: string;
        /**
         * @description Address below `/@<handle>/pages/`; an old one is followed. It may hold slashes, as they are or encoded.
         * @example guides/first-steps
         */
        path: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A published page. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JZ5X8Q4M7N2P9R3S6T8V0W1Y",
           *       "handle": "katsushika-hokusai",
           *       "artist": "Katsushika Hokusai",
           *       "path": "guides/first-steps",
           *       "title": "First steps",
           *       "summary": "How the prints were made.",
           *       "body": "The **wave** was cut before the mountain.",
           *       "bodyHtml": "<p>The <strong>wave</strong> was cut before the mountain.</p>",
           *       "language": "en",
           *       "sortOrder": 10,
           *       "visibility": "LISTED",
           *       "version": 3,
           *       "publishedAt": "2026-05-16T08:00:00.000Z"
           *     }
           */
          'application/json': components['schemas']['PublicPage'];
        };
      };
      301: components['responses']['Moved'];
      304: components['responses']['NotModified'];
      400: components['responses']['BadInput'];
      404: components['responses']['NotFound'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  openapi: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description An `ETag` that you have: answers 304 without a body while it is current.
         * @example "3-5c1e0a9b7d2f4e68"
         */
        'If-None-Match'?: components['parameters']['If-None-Match'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The OpenAPI document. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      304: components['responses']['NotModified'];
      429: components['responses']['Throttled'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
}
