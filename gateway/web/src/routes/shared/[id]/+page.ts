export const load = ({ params }: { params: { id: string } }) => ({ id: params.id });
