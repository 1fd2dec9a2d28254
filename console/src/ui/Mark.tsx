/** Two threads that meet: the product's mark. */
export function Mark({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <path fill="none" stroke="#365dd2" strokeWidth="3.6" strokeLinecap="round" d="M4 7c9 0 8 18 24 18" />
      <path fill="none" stroke="#d9432a" strokeWidth="3.6" strokeLinecap="round" d="M4 25c9 0 8-18 24-18" />
      <circle cx="15.2" cy="16" r="3.6" fill="#e8b04b" />
    </svg>
  );
}
