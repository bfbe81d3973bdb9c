// A picture without a description cannot go public; so it shows in the tree and in the list, before somebody uses it.
export const undescribed = 'ParkBrand.Undescribed';

export const media = [
  {
    type: 'entitySign',
    kind: 'icon',
    alias: 'ParkBrand.EntitySign.Undescribed',
    name: 'ParkBrand Undescribed Picture',
    forEntityTypes: ['media'],
    forEntityFlags: [undescribed],
    weight: 900,
    meta: { iconName: 'icon-alert', label: '#parkbrand_undescribed', iconColorAlias: 'red' },
  },
  {
    type: 'entityCollectionItemCard',
    alias: 'ParkBrand.EntityCollectionItemCard.Media',
    name: 'ParkBrand Media Card',
    element: () => import('./media-card.element.js'),
    forEntityTypes: ['media'],
    weight: 100,
  },
];
