import '@mantine/core/styles/Notification.layer.css';
import '@mantine/notifications/styles.layer.css';
import { Notifications } from '@mantine/notifications';

/** Where what is said in passing stands. */
export default function Toasts() {
  return <Notifications position="bottom-center" />;
}
