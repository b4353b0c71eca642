import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { sayUnreachable } from '../api/request';
import { en } from './en';

void i18next.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en } },
  interpolation: { escapeValue: false },
});

sayUnreachable(i18next.t('app.unreachable'));

export { i18next };
