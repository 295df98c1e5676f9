/**
 * The permissions that are consented to where an app is installed, and how each can be had.
 * Source: https://learn.microsoft.com/microsoftteams/platform/graph-api/rsc/resource-specific-consent#supported-rsc-permissions
 */
const application = [
  'Calls.AccessMedia.Chat',
  'Calls.JoinGroupCalls.Chat',
  'Channel.Create.Group',
  'Channel.Delete.Group',
  'ChannelMeeting.ReadBasic.Group',
  'ChannelMeetingNotification.Send.Group',
  'ChannelMeetingParticipant.Read.Group',
  'ChannelMeetingRecording.Read.Group',
  'ChannelMeetingTranscript.Read.Group',
  'ChannelMessage.Read.Group',
  'ChannelMessage.Send.Group',
  'ChannelSettings.Read.Group',
  'ChannelSettings.ReadWrite.Group',
  'Chat.Manage.Chat',
  'ChatMember.Read.Chat',
  'ChatMessage.Read.Chat',
  'ChatMessageReadReceipt.Read.Chat',
  'ChatSettings.Read.Chat',
  'ChatSettings.ReadWrite.Chat',
  'OnlineMeeting.ReadBasic.Chat',
  'OnlineMeetingNotification.Send.Chat',
  'OnlineMeetingParticipant.Read.Chat',
  'OnlineMeetingRecording.Read.Chat',
  'OnlineMeetingTranscript.Read.Chat',
  'TeamMember.Read.Group',
  'TeamSettings.Read.Group',
  'TeamSettings.ReadWrite.Group',
  'TeamsActivity.Send.Chat',
  'TeamsActivity.Send.Group',
  'TeamsActivity.Send.User',
  'TeamsAppInstallation.Read.Chat',
  'TeamsAppInstallation.Read.Group',
  'TeamsAppInstallation.Read.User',
  'TeamsTab.Create.Chat',
  'TeamsTab.Create.Group',
  'TeamsTab.Delete.Chat',
  'TeamsTab.Delete.Group',
  'TeamsTab.Read.Chat',
  'TeamsTab.Read.Group',
  'TeamsTab.ReadWrite.Chat',
  'TeamsTab.ReadWrite.Group',
] as const;

const delegated = [
  'CameraStream.Read.User',
  'ChannelMeetingActiveSpeaker.Read.Group',
  'ChannelMeetingAudioVideo.Stream.Group',
  'ChannelMeetingIncomingAudio.Detect.Group',
  'ChannelMeetingStage.Write.Group',
  'InAppPurchase.Allow.Chat',
  'InAppPurchase.Allow.Group',
  'InAppPurchase.Allow.User',
  'LiveShareSession.ReadWrite.Chat',
  'LiveShareSession.ReadWrite.Group',
  'MeetingParticipantReaction.Read.Chat',
  'MeetingParticipantReaction.Read.Group',
  'MeetingParticipantReaction.Read.User',
  'MeetingStage.Write.Chat',
  'MicrophoneStream.Read.User',
  'OnlineMeetingActiveSpeaker.Read.Chat',
  'OnlineMeetingAudioVideo.Stream.Chat',
  'OnlineMeetingIncomingAudio.Detect.Chat',
  'OnlineMeetingParticipant.Read.Chat',
  'OnlineMeetingParticipant.ToggleIncomingAudio.Chat',
  'OutgoingVideoStream.Write.User',
] as const;

export const permissionNames: ReadonlySet<string> = new Set([...application, ...delegated]);

/** In which modes a permission can be had; none when there is no such. */
export function modeOf(name: string): readonly ('Application' | 'Delegated')[] {
  const within = (list: readonly string[]) => list.includes(name);
  return [
    ...(within(application) ? ['Application' as const] : []),
    ...(within(delegated) ? ['Delegated' as const] : []),
  ];
}
