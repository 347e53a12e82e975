import type { ComponentProps } from 'react';
import styles from './button.module.css';
import { classes } from './classes.ts';

/** The weight of a control: one `primary` a screen at most. */
type Variant = 'normal' | 'primary' | 'plain';

interface ButtonProps extends ComponentProps<'button'> {
  readonly variant?: Variant;
}

/** A button with words, and perhaps an icon before them. */
export function Button({ variant = 'normal', className, ...rest }: ButtonProps) {
  return <button type="button" className={classes(buttonClass(variant), className)} {...rest} />;
}

interface IconButtonProps extends ButtonProps {
  /** Its action in words: its accessible name, and its tooltip. */
  readonly label: string;
}

/** A button that is an icon alone. */
export function IconButton({ label, variant = 'plain', className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={classes(buttonClass(variant), styles.icon, className)}
      {...rest}
    />
  );
}

/** Classes of a button, for a link that stands among buttons. */
export function buttonClass(variant: Variant = 'normal'): string {
  return classes(styles.button, variant === 'primary' && styles.primary, variant === 'plain' && styles.plain);
}
