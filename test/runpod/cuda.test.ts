/** What the names of images tell. */
import { describe, expect, it } from 'vitest';
import { compareVersions, cudaOf, misfit, pullNotice, torchOf } from '../../src/runpod/cuda.ts';

describe('the CUDA of an image', () => {
  it.each<[string, string | undefined]>([
    ['runpod/pytorch:1.0.2-cu1281-torch280-ubuntu2404', '12.8'],
    ['runpod/pytorch:1.0.2-cu1290-torch291-ubuntu2404', '12.9'],
    ['runpod/pytorch:1.0.2-cu1300-torch291-ubuntu2404', '13.0'],
    ['runpod/pytorch:2.4.0-py3.11-cuda12.4.1-devel-ubuntu22.04', '12.4'],
    ['pytorch/pytorch:2.6.0-cuda12.4-cudnn9-runtime', '12.4'],
    ['nvidia/cuda:12.1.0-cudnn8-devel-ubuntu22.04', '12.1'],
    ['docker.io/nvidia/cuda:12.10.1-base', '12.10'],
    ['nvidia/cuda:11.8.0-runtime@sha256:cu1281aa', '11.8'],
    ['me/train:cu118', '11.8'],
    ['me/train:v2_cu121', '12.1'],
    ['me/train:2.6.0cu124', '12.4'],
    ['me/train-cu124:latest', '12.4'],
    ['localhost:5000/me/train:cuda-12.6', '12.6'],
    ['me/train:latest', undefined],
    ['me/train', undefined],
    ['registry.cu12.io:1281/me/train', undefined],
    ['me/train:cudnn9', undefined],
    ['me/cuda-tools:12.1.0', undefined],
    ['me/focus128:1', undefined],
    ['ubuntu:24.04', undefined],
  ])('%s: %s', (image, version) => {
    expect(cudaOf(image)).toBe(version);
  });
});

describe('the PyTorch of an image', () => {
  it.each<[string, string | undefined]>([
    ['runpod/pytorch:1.0.2-cu1281-torch280-ubuntu2404', '2.8'],
    ['runpod/pytorch:1.0.2-cu1300-torch2100-ubuntu2404', '2.10'],
    ['runpod/pytorch:2.4.0-py3.11-cuda12.4.1-devel-ubuntu22.04', '2.4'],
    ['pytorch/pytorch:2.6.0-cuda12.4-cudnn9-runtime', '2.6'],
    ['me/train:torch2.6.0-cu124', '2.6'],
    ['me/train:pytorch-2.7', '2.7'],
    ['runpod/pytorch:1.0.2-cu1281', undefined],
    ['nvcr.io/nvidia/pytorch:24.10-py3', undefined],
    ['me/train:2.6.0', undefined],
  ])('%s: %s', (image, version) => {
    expect(torchOf(image)).toBe(version);
  });
});

describe('an image that cannot work on a GPU', () => {
  const gpu = (name: string, id = `NVIDIA ${name}`) => ({ id, name });
  const old = 'pytorch/pytorch:2.6.0-cuda12.4-cudnn9-runtime';
  it.each([
    gpu('B200'),
    gpu('RTX 5090', 'NVIDIA GeForce RTX 5090'),
    gpu('RTX PRO 6000', 'NVIDIA RTX PRO 6000 Blackwell Server Edition'),
    gpu('RTX PRO 4500'),
  ])('is one with PyTorch up to 2.6 on $name', (one) => {
    expect(misfit(old, one)).toContain('PyTorch 2.6');
    expect(misfit('pytorch/pytorch:2.7.0-cuda12.8-cudnn9-runtime', one)).toBeUndefined();
    expect(misfit('me/train:latest', one)).toBeUndefined();
  });
  it.each([gpu('RTX 4090'), gpu('H200 SXM'), gpu('RTX 5000 Ada'), gpu('RTX A5000')])(
    'is not one on $name',
    (one) => {
      expect(misfit(old, one)).toBeUndefined();
    },
  );
});

it('versions are compared by their numbers', () => {
  expect(['12.11', '12.2', '11.8', '13.0'].sort(compareVersions)).toEqual(['11.8', '12.2', '12.11', '13.0']);
});

it('an image of another registry, or with an account, has no notice', () => {
  expect(pullNotice('quay.io/me/x', undefined)).toBeUndefined();
  expect(pullNotice('me/x', 'reg')).toBeUndefined();
  expect(pullNotice('docker.io/runpod/base:1', undefined)).toBeUndefined();
  expect(pullNotice('ubuntu', undefined)).toContain('`ubuntu`');
});
