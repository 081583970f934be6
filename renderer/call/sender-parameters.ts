type Options = { readonly encodingOptions: readonly { readonly keyFrame: boolean }[] };
type WithOptions = (parameters: RTCRtpSendParameters, options?: Options) => Promise<void>;

/** The last change of each sender under way. */
const turns = new WeakMap<RTCRtpSender, Promise<boolean>>();

/**
 * Changes what a sender was told, one change after the other: of two at once the browser refuses one. Returns whether it took.
 * @param keyFrame begin with a whole picture
 */
export function changeParameters(sender: RTCRtpSender, how: (parameters: RTCRtpSendParameters) => void, keyFrame = false): Promise<boolean> {
  const turn = (turns.get(sender) ?? Promise.resolve(true)).then(() => change(sender, how, keyFrame));
  turns.set(sender, turn);
  return turn;
}

async function change(sender: RTCRtpSender, how: (parameters: RTCRtpSendParameters) => void, keyFrame: boolean): Promise<boolean> {
  const parameters = sender.getParameters();
  if (parameters.encodings.length === 0) return false;
  how(parameters);
  const setParameters = sender.setParameters.bind(sender) as WithOptions;
  const options = keyFrame ? { encodingOptions: parameters.encodings.map(() => ({ keyFrame })) } : undefined;
  return setParameters(parameters, options).then(
    () => true,
    () => false,
  );
}
