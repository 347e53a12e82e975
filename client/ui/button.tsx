import type { ComponentProps } from 'react';
import styles from './button.module.css';
import { classes } from './classes.ts';

/** The weight of a control: one `primary` a screen at most. */
type Look = 'normal' | 'primary' | 'plain';

interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: Look;
}

/** A button with words, and perhaps an icon before them. */
export function Button({ look = 'normal', className, ...rest }: ButtonProps) {
  return <button type="button" className={classes(buttonClass(look), className)} {...rest} />;
}

interface IconButtonProps extends ButtonProps {
  /** Its action in words: its accessible name, and its tooltip. */
  readonly label: string;
}

/** A button that is an icon alone. */
export function IconButton({ label, look = 'plain', className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={classes(buttonClass(look), styles.icon, className)}
      {...rest}
    />
  );
}

/** The look of a button, for a link that stands among buttons. */
export function buttonClass(look: Look = 'normal'): string {
  return classes(styles.button, look === 'primary' && styles.primary, look === 'plain' && styles.plain);
}
