/** The texts of the host's windows about other devices and hosts. */
export const deviceTexts = () => ({
  devices: {
    screen: 'Big screen',
    screenText: 'A second window without controls, for a projector or big screen.',
    openScreen: 'Open projector view',
    remote: 'Phone remote',
    remoteText: 'Use your phone as a remote: controls, players, and how answers are split while a question is open.',
    show: 'Show code for my phone',
    hide: 'Hide code',
    secret: 'Anyone who scans this becomes a host. Don’t show it to the room.',
    qr: 'QR code that turns a phone into a remote',
    here: 'Open remote here',
    players: 'Players go to',
  },
  link: {
    title: 'Watch link',
    text: 'Anyone with this link sees the big screen live: no controls, and nothing the room does not see. It can be shown within a web page.',
    make: 'Create link',
    label: 'Link to watch the game',
    withdraw: 'Withdraw link',
    withdrawn: 'The link no longer works.',
  },
  coHosts: {
    title: 'Co-hosts',
    text: 'They’ll see this game above their quizzes and can control it just like you.',
    name: 'Account name',
    add: 'Add co-host',
    remove: 'Remove',
    removeNamed: (name: string) => `Remove ${name} as co-host`,
  },
});

export type DeviceTexts = ReturnType<typeof deviceTexts>;
