export interface Leaf { readonly size: number }
