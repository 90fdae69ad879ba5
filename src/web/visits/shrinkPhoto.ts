/** Makes a photo smaller before it is sent: a phone without much signal sends a tenth of it, and nobody needs more to see what was seen. */

/** Of the photo that is sent, in pixels. */
const longestSide = 1600;
const quality = 0.85;

/** The photo as JPEG with its longest side at 1600, turned as the camera was held. What the browser cannot read, and a small JPEG, goes as it is. */
export async function shrinkPhoto(photo: Blob): Promise<Blob> {
  const picture = await createImageBitmap(photo, { imageOrientation: 'from-image' }).catch(() => undefined);
  if (!picture) return photo;
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const small = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality));
  if (!small || (scale === 1 && photo.type === 'image/jpeg' && photo.size <= small.size)) return photo;
  return small;
}
