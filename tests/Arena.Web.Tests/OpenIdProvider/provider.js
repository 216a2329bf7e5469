// An OpenID provider on loopback, in Twitch's place: node provider.js PORT REDIRECT_URI CLIENT_ID CLIENT_SECRET
// Whoever types a name on its page is the person of that name. It insists on PKCE.
import Provider from 'oidc-provider';

const [port, redirectUri, clientId, clientSecret] = process.argv.slice(2);

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [
    {
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uris: [redirectUri],
      response_types: ['code'],
      grant_types: ['authorization_code'],
      token_endpoint_auth_method: 'client_secret_post',
    },
  ],
  claims: { openid: ['sub'], profile: ['preferred_username'] },
  features: { claimsParameter: { enabled: true }, devInteractions: { enabled: true } },
  pkce: { required: () => true },
  findAccount: (_, name) => ({
    accountId: name,
    claims: () => ({ sub: `person-${name}`, preferred_username: name }),
  }),
});

provider.listen(Number(port), '127.0.0.1', () => console.log('The provider is ready.'));
